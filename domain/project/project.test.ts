import { parseDivisionCode } from '../geography/division';
import { parseCivilDay } from '../time/civil-day';
import { isBrandProject, type Accreditation } from './project';

const day = parseCivilDay;
const accreditation: Accreditation = {
  level: 'city',
  document: '阿文明办〔2024〕1号',
  validFromDay: day('2024-03-01'),
  validToDay: day('2026-02-28'),
};
const divisionCode = parseDivisionCode('5132');

test('[ST19] a brand project has an accreditation valid on the day, both ends included', () => {
  const on = (text: string) => isBrandProject({ accreditation, divisionCode }, day(text));
  expect(['2024-02-29', '2024-03-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isBrandProject({ accreditation: null, divisionCode }, day('2024-03-01'))).toBe(false);
});
