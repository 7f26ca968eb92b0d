/**
 * Text that no spreadsheet takes for a formula (EX5). A cell of text is none already; but somebody may save
 * the sheet as CSV and open that, where only the first character decides.
 */
const LOOKS_LIKE_A_FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function cellText(text: string): string {
  const isTakenByLibrary = text in {};
  // The library looks strings up in a plain object, which has members of its own (`constructor`).
  if (isTakenByLibrary) return `${text} `;
  return LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}
