/** What a person passes on from a screen, and what the receiver reads. */
export interface ShareCard {
  readonly title: string;
  /** of the mini-program, no leading slash: what a card in a chat opens */
  readonly path: string;
  /**
   * The timeline and the favourites open the present page again, with these parameters: WeChat takes no path
   * for them.
   */
  readonly timelineQuery: string;
  readonly favouriteQuery: string;
  /** beside the title, 5:4; empty: there is none */
  readonly pictureUrl: string;
}
