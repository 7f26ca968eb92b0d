import { parseCivilDay } from '../time/civil-day';
import { isBrandProject, type Accreditation } from './project';
import { parseDivisionCode } from '../geography/division';
import {
  accreditationStateOn,
  isReadinessItem,
  READINESS_LIST,
  readinessOf,
  refusalOfMove,
  renewed,
  stageAfter,
  withdrawnOn,
  type StageFacts,
} from './stage';

const day = parseCivilDay;
const NOTHING: StageFacts = { minutes: 0, volunteers: 0, months: 0, measuredPoints: 0, accreditation: 0 };
const PLENTY: StageFacts = {
  minutes: 60_000,
  volunteers: 100,
  months: 10,
  measuredPoints: 3,
  accreditation: 1,
};
const ALL_TICKED = ['safetyPlan', 'leader', 'story', 'training', 'kit'];

test('[BP6] a list says of each item whether it is met, and by what number', () => {
  const met = (facts: StageFacts, ids: string[]) =>
    readinessOf('growing', facts, ids).filter(({ isMet }) => isMet).length;
  expect(met(NOTHING, [])).toBe(0);
  expect(met(NOTHING, ['leader', 'unknown'])).toBe(1);
  expect(met({ ...NOTHING, volunteers: 10 }, ['leader', 'safetyPlan'])).toBe(3);
  expect(readinessOf('growing', { ...NOTHING, months: 2 }, []).at(-1)).toMatchObject({
    isMet: false,
    value: 2,
  });
  for (const stage of ['growing', 'accredited', 'exemplary'] as const)
    expect(readinessOf(stage, PLENTY, ALL_TICKED).every(({ isMet }) => isMet)).toBe(true);
  const ids = Object.values(READINESS_LIST.items).map((items) => items.map(({ itemId }) => itemId));
  for (const one of ids) expect(new Set(one).size).toBe(one.length);
  expect([isReadinessItem('leader'), isReadinessItem('months3'), isReadinessItem('x')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('[BP7] one step on; what is missing wants a reason, a valid accreditation nothing replaces', () => {
  const onward = (facts: StageFacts, reason: string) =>
    refusalOfMove('growing', {
      from: 'growing',
      to: 'accredited',
      reason,
      readiness: readinessOf('accredited', facts, ALL_TICKED),
    })?.code ?? 'moved';
  expect(onward(PLENTY, '')).toBe('moved');
  expect(onward({ ...PLENTY, volunteers: 29 }, '')).toBe('stage.reasonMissing');
  expect(onward({ ...PLENTY, volunteers: 29 }, '人数下月补齐')).toBe('moved');
  expect(onward({ ...PLENTY, accreditation: 0 }, '先认定')).toBe('stage.notAccredited');
});

test('[BP7] no step is left out, back wants a reason, what others changed is not overwritten', () => {
  const move = (from: 'growing' | 'exemplary', to: 'incubating' | 'growing' | 'exemplary', reason = '') =>
    refusalOfMove('growing', { from, to, reason, readiness: [] })?.code ?? 'moved';
  expect(move('growing', 'exemplary', '很好')).toBe('stage.notNext');
  expect(move('growing', 'growing', '很好')).toBe('stage.notNext');
  expect(move('growing', 'incubating')).toBe('stage.reasonMissing');
  expect(move('growing', 'incubating', '队伍重组')).toBe('moved');
  expect(move('exemplary', 'growing', '队伍重组')).toBe('stage.changedMeanwhile');
  expect([stageAfter('incubating'), stageAfter('exemplary')]).toEqual(['growing', null]);
});

const known: Accreditation = {
  level: 'county',
  document: '马文明办〔2024〕1号',
  validFromDay: day('2024-01-01'),
  validToDay: day('2026-12-31'),
};
const divisionCode = parseDivisionCode('5132');
const isBrandOn = (accreditation: Accreditation | null, text: string) =>
  isBrandProject({ accreditation, divisionCode }, day(text));

test('[BP8] an accreditation is to come, valid, ending within 90 days, or over', () => {
  const on = (text: string) => accreditationStateOn(known, day(text));
  expect([on('2023-12-31'), on('2024-01-01'), on('2026-10-01'), on('2026-10-02')]).toEqual([
    'future',
    'valid',
    'valid',
    'endingSoon',
  ]);
  expect([on('2026-12-31'), on('2027-01-01')]).toEqual(['endingSoon', 'ended']);
  expect(accreditationStateOn(null, day('2026-01-01'))).toBe('none');
});

test('[BP8] renewed without a gap it is a brand since before; after a gap since the new document', () => {
  const next = {
    ...known,
    level: 'city' as const,
    validFromDay: day('2027-01-01'),
    validToDay: day('2029-12-31'),
  };
  const joined = renewed(known, next);
  expect(joined).toEqual({ ...next, heldSinceDay: '2024-01-01' });
  expect([isBrandOn(joined, '2024-01-01'), isBrandOn(joined, '2026-12-31')]).toEqual([true, true]);
  expect(renewed(joined, { ...next, validFromDay: day('2028-01-01') })).toMatchObject({
    heldSinceDay: '2024-01-01',
  });
  const late = { ...next, validFromDay: day('2027-01-02') };
  expect(renewed(known, late)).toEqual(late);
  expect(renewed(null, next)).toEqual(next);
});

test('[BP8] withdrawn today it was valid until yesterday', () => {
  const ended = withdrawnOn(known, day('2025-06-01'));
  expect([
    isBrandOn(ended, '2024-01-01'),
    isBrandOn(ended, '2025-05-31'),
    isBrandOn(ended, '2025-06-01'),
  ]).toEqual([true, true, false]);
  expect(withdrawnOn(known, day('2024-01-01'))).toBeNull();
  expect(withdrawnOn(known, day('2028-01-01'))).toEqual(known);
  const early = { ...known, validFromDay: day('2026-01-01'), heldSinceDay: day('2024-01-01') };
  expect(withdrawnOn(early, day('2025-06-01'))).toMatchObject({
    validFromDay: '2024-01-01',
    validToDay: '2025-05-31',
  });
});
