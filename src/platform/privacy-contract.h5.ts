/** False: a site has none of WeChat's making. */
export const hasPrivacyContract: boolean = false;

export function openPrivacyContract(): Promise<boolean> {
  return Promise.resolve(false);
}
