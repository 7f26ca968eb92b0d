import { parseDivisionCode } from '../geography/division';
import { parseCivilDay } from '../time/civil-day';
import { membershipAfter, refusalOfMerge, sharedTraitsOf, type Membership, type MergeFacts } from './merge';

const day = parseCivilDay;
const member = (registeredDay: string, ...homes: [string, string][]): Membership => ({
  registeredAt: Date.parse(registeredDay),
  registeredDay: day(registeredDay),
  residences: homes.map(([code, fromDay]) => ({
    divisionCode: parseDivisionCode(code),
    fromDay: day(fromDay),
  })),
});
const homesOf = ({ residences }: Membership) =>
  residences.map(({ divisionCode, fromDay }) => [divisionCode, fromDay]);
const [A, B, C] = ['513201100002', '513221100001', '513222100001'];

const person = {
  name: '旦真措',
  phoneHash: 'a',
  birthDay: day('1990-01-01'),
  idNumber: '513299199001010015',
};

test('[RM1] what two registrations have in common', () => {
  expect(sharedTraitsOf(person, person)).toEqual(['name', 'phone', 'birthDay', 'idNumber']);
  const exchanged = { ...person, name: '扎西', phoneHash: 'b', idNumber: '513299199001010105' };
  expect(sharedTraitsOf(person, exchanged)).toEqual(['birthDay', 'idNumber']);
  const far = { ...exchanged, birthDay: day('1991-01-01'), idNumber: '513299199101010233' };
  expect(sharedTraitsOf(person, far)).toEqual([]);
  expect(sharedTraitsOf(person, { ...far, idNumber: '' })).toEqual([]);
});

test('[RM1] what may not be merged', () => {
  const may: MergeFacts = {
    ...{ isSame: false, childCount: 10, mostChildren: 10 },
    statuses: ['active', 'active'],
    traits: ['name'],
  };
  expect(refusalOfMerge(may)).toBeNull();
  expect(refusalOfMerge({ ...may, isSame: true })?.code).toBe('merge.samePerson');
  expect(refusalOfMerge({ ...may, statuses: ['active', 'merging'] })?.code).toBe('volunteer.inactive');
  expect(refusalOfMerge({ ...may, traits: [] })?.code).toBe('merge.nothingInCommon');
  expect(refusalOfMerge({ ...may, childCount: 11 })?.code).toBe('merge.tooManyChildren');
});

test('[RM2] who registered later elsewhere has lived there before', () => {
  const survivor = member('2024-05-01', [A, '2024-05-01'], [C, '2024-09-01']);
  expect(membershipAfter(survivor, member('2024-06-01', [B, '2024-06-01']))).toBe(survivor);
  const earlier = membershipAfter(survivor, member('2023-01-01', [B, '2023-01-01'], [C, '2024-08-01']));
  expect(earlier.registeredDay).toBe('2023-01-01');
  expect(homesOf(earlier)).toEqual([
    [B, '2023-01-01'],
    [A, '2024-05-01'],
    [C, '2024-09-01'],
  ]);
  const same = membershipAfter(survivor, member('2023-01-01', [A, '2023-01-01']));
  expect(homesOf(same)).toEqual([
    [A, '2023-01-01'],
    [C, '2024-09-01'],
  ]);
});

test('[RM2] homes from before the own first day give way to the other registration', () => {
  const survivor = member('2024-05-01', [C, '2020-01-01'], [A, '2024-03-01']);
  const after = membershipAfter(survivor, member('2023-01-01', [B, '2023-01-01']));
  expect(homesOf(after)).toEqual([
    [B, '2023-01-01'],
    [A, '2024-05-01'],
  ]);
});
