/**
 * Writes a param into the address of the present page, so that a link or a reload keeps what was chosen; the
 * page stays, and going back does not stop at each choice.
 */
export function writeAddressParam(name: string, value: string): void {
  const url = new URL(location.href);
  if (value === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
}
