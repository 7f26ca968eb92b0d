/**
 * Brings the first element of the class on the present page into view; pages below it stay in the document.
 */
export function scrollToFirst(className: string): void {
  const elements = Array.from(document.querySelectorAll(`.${className}`));
  const first = elements.find((element) => element.getClientRects().length > 0);
  first?.scrollIntoView({ block: 'center', behavior: 'auto' });
}
