/**
 * 志愿服务证明: what may be certified, and what a certificate is worth when somebody asks (CE1, CE2, CE5). A
 * certificate is a snapshot; the facts it was made from are looked at again whenever it is verified.
 */
import type { AttendanceState } from '../attendance/attendance';
import type { AttendanceId, TeamId, VolunteerId } from '../kernel/identifiers';
import { rejected, type Rejection } from '../kernel/result';
import { MINIMUM_QUALIFYING_MINUTES } from '../statistics/measure';
import type { CivilDay } from '../time/civil-day';

/** Eight pages of paper; more is a second certificate. */
export const MAXIMUM_CERTIFIED_RECORDS = 200;
/** Printing once a day is common, twenty times a mistake: keeps one account from filling the storage. */
export const MAXIMUM_CERTIFICATES_A_DAY = 20;

export interface CertifiedRecord {
  readonly attendanceId: AttendanceId;
  readonly day: CivilDay;
  readonly title: string;
  readonly projectTitle: string;
  readonly placeName: string;
  readonly minutes: number;
}

export interface RecordFact {
  readonly attendanceId: AttendanceId;
  readonly volunteerId: VolunteerId;
  readonly state: AttendanceState;
  readonly creditedMinutes: number;
  readonly teamId: TeamId | null;
}

export type CertifyRefusal = Rejection<
  'certificate.recordUnavailable' | 'certificate.severalIssuers' | 'certificate.dailyLimit'
>;

/**
 * CE1: only the holder's own confirmed records with minutes, all kept by one organisation, and not endlessly.
 * Somebody else's record and one that does not exist are the same refusal.
 */
export function decideCertify(facts: {
  readonly volunteerId: VolunteerId;
  readonly wantedCount: number;
  readonly records: readonly RecordFact[];
  readonly issuedTodayCount: number;
}): { readonly kind: 'certify'; readonly teamId: TeamId } | CertifyRefusal {
  const { volunteerId, wantedCount, records, issuedTodayCount } = facts;
  const good = records.filter(
    (record) =>
      record.volunteerId === volunteerId &&
      record.state === 'confirmed' &&
      record.creditedMinutes >= MINIMUM_QUALIFYING_MINUTES,
  );
  const missingCount = wantedCount - good.length;
  const [first] = good;
  if (missingCount > 0 || first === undefined) {
    return rejected('certificate.recordUnavailable', { missingCount: Math.max(missingCount, 1) });
  }
  const { teamId } = first;
  if (teamId === null) return rejected('certificate.recordUnavailable', { missingCount: 1 });
  if (good.some((record) => record.teamId !== teamId)) return rejected('certificate.severalIssuers');
  if (issuedTodayCount >= MAXIMUM_CERTIFICATES_A_DAY) {
    return rejected('certificate.dailyLimit', { maximum: MAXIMUM_CERTIFICATES_A_DAY });
  }
  return { kind: 'certify', teamId };
}

export function totalMinutesOf(records: readonly Pick<CertifiedRecord, 'minutes'>[]): number {
  return records.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** First and last day of service; the records are at least one. */
export function periodOf(records: readonly Pick<CertifiedRecord, 'day'>[]): {
  readonly fromDay: CivilDay;
  readonly toDay: CivilDay;
} {
  const days = records.map(({ day }) => day).sort();
  const [fromDay] = days;
  const toDay = days[days.length - 1];
  if (fromDay === undefined || toDay === undefined) throw new RangeError('a certificate has records');
  return { fromDay, toDay };
}

export const CERTIFICATE_STATES = ['valid', 'changed', 'revoked'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export interface Verdict {
  readonly state: CertificateState;
  /** of the certified records, what is confirmed now */
  readonly confirmedMinutes: number;
}

/** CE5: revoked for good; changed as soon as one certified record no longer says what it said. */
export function verdictOf(
  certificate: {
    readonly isRevoked: boolean;
    readonly isIntact: boolean;
    readonly records: readonly Pick<CertifiedRecord, 'attendanceId' | 'minutes'>[];
  },
  facts: readonly Pick<RecordFact, 'attendanceId' | 'state' | 'creditedMinutes'>[],
): Verdict {
  const confirmed = new Map(
    facts.flatMap(({ attendanceId, state, creditedMinutes }) =>
      state === 'confirmed' ? [[attendanceId, creditedMinutes] as const] : [],
    ),
  );
  const minutesNow = certificate.records.map(({ attendanceId }) => confirmed.get(attendanceId) ?? 0);
  const isSame = certificate.records.every(({ minutes }, index) => minutesNow[index] === minutes);
  const isGood = isSame && certificate.isIntact;
  return {
    state: certificate.isRevoked ? 'revoked' : isGood ? 'valid' : 'changed',
    confirmedMinutes: minutesNow.reduce((sum, minutes) => sum + minutes, 0),
  };
}
