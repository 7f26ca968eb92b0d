/**
 * 城乡分类代码 (ST20): the statistics bureau classes every community each year. What is rural is read from this
 * code and from nothing else: never from a name, and never "a county is rural".
 */
export const URBAN_RURAL_CODES = ['111', '112', '121', '122', '123', '210', '220'] as const;
export type UrbanRuralCode = (typeof URBAN_RURAL_CODES)[number];
export type Settlement = 'urban' | 'rural';

const RURAL: readonly UrbanRuralCode[] = ['210', '220'];

/** Null: the community has not been classed, and counts as neither. */
export function settlementOf(code: UrbanRuralCode | null): Settlement | null {
  if (code === null) return null;
  return RURAL.includes(code) ? 'rural' : 'urban';
}
