/** How long a training is valid: as an office chooses it, and in words. */
export const VALIDITIES = [
  { value: '182', text: '半年' },
  { value: '365', text: '1 年' },
  { value: '730', text: '2 年' },
  { value: '1095', text: '3 年' },
] as const;

export function validityText(days: number): string {
  return VALIDITIES.find(({ value }) => value === String(days))?.text ?? `${String(days)} 天`;
}
