import fc from 'fast-check';
import { anyShortId, anyDay } from '../../tests/kit/arbitrary-facts';
import { attendanceIdOf, parseShiftId, parseTeamId, parseVolunteerId } from '../kernel/identifiers';
import {
  decideCertify,
  MAXIMUM_CERTIFICATES_A_DAY,
  periodOf,
  totalMinutesOf,
  verdictOf,
  type RecordFact,
} from './certificate';

const ME = parseVolunteerId('Volunteer1');
const OTHER = parseVolunteerId('Volunteer2');
const TEAM = parseTeamId('Team000001');

const anyRecord = fc
  .record({ shiftId: anyShortId, minutes: fc.integer({ min: 1, max: 720 }) })
  .map(({ shiftId, minutes }): RecordFact => ({
    attendanceId: attendanceIdOf(parseShiftId(shiftId), ME),
    volunteerId: ME,
    state: 'confirmed',
    creditedMinutes: minutes,
    teamId: TEAM,
  }));
const anyRecords = fc.uniqueArray(anyRecord, {
  minLength: 1,
  maxLength: 20,
  selector: ({ attendanceId }) => attendanceId,
});
const asked = (records: readonly RecordFact[], issuedTodayCount = 0) => ({
  volunteerId: ME,
  wantedCount: records.length,
  records,
  issuedTodayCount,
});
const certified = (records: readonly RecordFact[]) =>
  records.map(({ attendanceId, creditedMinutes }) => ({ attendanceId, minutes: creditedMinutes }));

test('[CE1] own confirmed records of one organisation are certified under its name', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      expect(decideCertify(asked(records))).toEqual({ kind: 'certify', teamId: TEAM });
    }),
  );
});

test('[CE1] one record that is not good refuses the whole', () => {
  const spoil: readonly Partial<RecordFact>[] = [
    { volunteerId: OTHER },
    { state: 'checkedOut' },
    { state: 'voided' },
    { creditedMinutes: 0 },
    { teamId: null },
  ];
  fc.assert(
    fc.property(anyRecords, fc.nat(), fc.constantFrom(...spoil), (records, pick, spoilt) => {
      const at = pick % records.length;
      const wrong = records.map((record, index) => (index === at ? { ...record, ...spoilt } : record));
      expect(decideCertify(asked(wrong)).kind).toBe('rejected');
    }),
  );
  expect(decideCertify({ ...asked([]), wantedCount: 1 })).toMatchObject({
    code: 'certificate.recordUnavailable',
    params: { missingCount: 1 },
  });
});

test('[CE1] records of two organisations are two certificates, and a day has an end', () => {
  const [one, two] = fc.sample(anyRecord, 2);
  if (one === undefined || two === undefined) throw new Error('no sample');
  const mixed = [one, { ...two, teamId: parseTeamId('Team000002') }];
  expect(decideCertify(asked(mixed))).toMatchObject({ code: 'certificate.severalIssuers' });
  expect(decideCertify(asked([one], MAXIMUM_CERTIFICATES_A_DAY))).toMatchObject({
    code: 'certificate.dailyLimit',
  });
  expect(decideCertify(asked([one], MAXIMUM_CERTIFICATES_A_DAY - 1)).kind).toBe('certify');
});

test('[CE2] period and minutes are those of the records, exactly', () => {
  const days = fc.array(anyDay('2020-01-01', 3_000), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(days, (chosen) => {
      const records = chosen.map((day, index) => ({ day, minutes: index + 1 }));
      const { fromDay, toDay } = periodOf(records);
      expect(chosen.every((day) => fromDay <= day && day <= toDay)).toBe(true);
      expect(chosen).toEqual(expect.arrayContaining([fromDay, toDay]));
      expect(totalMinutesOf(records)).toBe((chosen.length * (chosen.length + 1)) / 2);
    }),
  );
  expect(() => periodOf([])).toThrow(RangeError);
});

test('[CE5] valid as long as every record says what it said; any change of one shows', () => {
  const changes = fc.constantFrom<Partial<RecordFact> | null>(
    { state: 'voided' },
    { state: 'checkedOut' },
    { creditedMinutes: 721 },
    null,
  );
  fc.assert(
    fc.property(anyRecords, fc.nat(), changes, fc.boolean(), (records, pick, change, isRevoked) => {
      const certificate = { isRevoked, isIntact: true, records: certified(records) };
      const sum = records.reduce((total, { creditedMinutes }) => total + creditedMinutes, 0);
      const same = verdictOf(certificate, records);
      expect(same).toEqual({ state: isRevoked ? 'revoked' : 'valid', confirmedMinutes: sum });
      const at = pick % records.length;
      const now = records.flatMap((record, index) =>
        index !== at ? [record] : change === null ? [] : [{ ...record, ...change }],
      );
      const verdict = verdictOf(certificate, now);
      expect(verdict.state).toBe(isRevoked ? 'revoked' : 'changed');
      if (change === null || 'state' in change) {
        expect(verdict.confirmedMinutes).toBe(sum - (records[at]?.creditedMinutes ?? 0));
      }
    }),
  );
});

test('[CE5] a certificate that was tampered with is never valid', () => {
  const records = fc.sample(anyRecord, 3);
  const certificate = { isRevoked: false, isIntact: false, records: certified(records) };
  expect(verdictOf(certificate, records).state).toBe('changed');
});
