/**
 * What the person is asked when a new version lies ready; buttons of at most four characters, as WeChat
 * wants.
 */
export interface UpdateWords {
  readonly title: string;
  readonly text: string;
  readonly now: string;
  readonly later: string;
}
