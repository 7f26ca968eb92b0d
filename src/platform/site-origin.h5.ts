/**
 * Where the H5 site lives: the start of every address a QR holds. On the site itself that is where one is.
 */
export function getSiteOrigin(): Promise<string> {
  return Promise.resolve(window.location.origin);
}
