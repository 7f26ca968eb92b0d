/**
 * Synthetic volunteers and their records: drawn by number, so the same number is the same person on every
 * machine. Id numbers carry area code 513299, which no division has, so they can belong to nobody.
 */
import { DEFAULT_SHIFT_RULES } from '@domain/attendance/attendance-rules';
import { minutesOf, serviceOf } from '@domain/attendance/credited-minutes';
import { attendanceIdOf, parseVolunteerId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, DAY_MS, MINUTE_MS, startOfDay, parseCivilDay } from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import { redactName, redactPhone } from '@domain/volunteer/redact';
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { pathNameOf } from '@server/geography/division-lookup';
import type { StoredDocument } from '@server/kernel/documents';
import type { Secrets } from '@server/kernel/ports';
import { mixed, pick, syntheticName } from '../names';
import { CITY_CODE, COUNTIES, type County } from './geography';

type Volunteer = StoredDocument<'volunteers'>;
type Attendance = StoredDocument<'attendances'>;
type Shift = StoredDocument<'shifts'>;

export interface SyntheticPerson {
  readonly volunteer: Volunteer;
  readonly identity: StoredDocument<'identities'>;
  readonly records: readonly Attendance[];
}

/**
 * How eagerly each county registers and serves, per mille of its neighbours': rankings should not be flat.
 */
const APPETITE: readonly number[] = [1300, 1150, 900, 1100, 850, 1200, 800, 950, 700, 650, 1000, 880, 760];
const REGISTERED_SINCE_DAYS = 1_000;

/** Which county person number `index` lives in: by residents and appetite. */
function countyOf(index: number): { county: County; order: number } {
  const weights = COUNTIES.map((county, order) => county.residents * (APPETITE[order] ?? 1000));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let roll = (mixed(index, 21) / 2 ** 32) * total;
  for (const [order, weight] of weights.entries()) {
    roll -= weight;
    const county = COUNTIES[order];
    if (roll < 0 && county !== undefined) return { county, order };
  }
  const last = COUNTIES[COUNTIES.length - 1];
  if (last === undefined) throw new Error('the city has counties');
  return { county: last, order: COUNTIES.length - 1 };
}

/**
 * Birth days of sixty years; 7919 shares no factor with them, so consecutive numbers spread and never repeat.
 */
const BIRTH_DAYS = 60 * 365;
const SPREAD = 7919;

/** What people of the demo city have agreed to: nothing that a check-in can do without is asked again. */
const CONSENTS = ['basic', 'location'] as const;

/** Unique for the first ten million people. */
export function syntheticIdNumber(index: number, sex: 'female' | 'male'): string {
  const day = addDays(parseCivilDay('1948-01-01'), (index * SPREAD) % BIRTH_DAYS);
  const sequence = (Math.floor(index / BIRTH_DAYS) % 500) * 2 + (sex === 'male' ? 1 : 0);
  const first17 = `513299${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}

export function syntheticPhone(index: number): string {
  return `190${String(index).padStart(8, '0')}`;
}

/** What a person numbered `index`, of the county at place `countyOrder`, has served. */
export interface Past {
  readonly recordsOf: (volunteer: Volunteer, index: number, countyOrder: number) => Attendance[];
  /** everybody registered at least so many days ago */
  readonly registeredBeforeDays: number;
}

export function makePerson(secrets: Secrets, now: number, index: number, past: Past): SyntheticPerson {
  const { county, order } = countyOf(index);
  const community = pick(county.communities, index, 22);
  const { name, sex } = syntheticName(index, county.code);
  const idNumber = syntheticIdNumber(index, sex);
  const phone = syntheticPhone(index);
  const today = civilDayOf(now);
  const share = mixed(index, 23) / 2 ** 32;
  const daysAgo = past.registeredBeforeDays + Math.floor(share * share * REGISTERED_SINCE_DAYS);
  const registeredDay = addDays(today, -daysAgo);
  const registeredAt = startOfDay(registeredDay) + (8 * 60 + (mixed(index, 24) % 720)) * MINUTE_MS;
  const volunteerId = parseVolunteerId(secrets.shortId('volunteer', idNumber));
  const volunteer: Volunteer = {
    _id: volunteerId,
    volunteerNumber: `${CITY_CODE}-${volunteerId}`,
    name,
    sex,
    birthDay: parseCivilDay(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`),
    idNumberBox: secrets.seal(idNumber),
    phoneBox: secrets.seal(phone),
    phoneHash: secrets.hash('phone', phone),
    maskedPhone: redactPhone(phone),
    isPhoneVerified: false,
    status: 'active',
    registeredAt,
    registeredDay,
    leftDay: null,
    residences: [{ divisionCode: community._id, fromDay: registeredDay }],
    divisionName: pathNameOf(community),
    consents: CONSENTS.map((kind) => ({ kind, version: CONSENT_VERSIONS[kind], at: registeredAt })),
    channel: null,
  };
  return {
    volunteer,
    identity: { _id: secrets.hash('idNumber', idNumber), volunteerId },
    records: past.recordsOf(volunteer, index, order),
  };
}

/** About four in ten serve, most of them a few times; one in six has been to a training. */
export function usualPast(shifts: readonly Shift[], trainings: readonly Shift[]): Past {
  const byStart = (list: readonly Shift[]): Shift[] => [...list].sort((a, b) => a.startsAt - b.startsAt);
  const [pastShifts, trainingShifts] = [byStart(shifts), byStart(trainings)];
  return {
    recordsOf: (volunteer, index, order) => [
      ...makeRecords(volunteer, index, order, pastShifts),
      ...makeTraining(volunteer, index, trainingShifts),
    ],
    registeredBeforeDays: 1,
  };
}

function makeRecords(
  volunteer: Volunteer,
  index: number,
  countyOrder: number,
  pastShifts: readonly Shift[],
): Attendance[] {
  const readiness = 330 + Math.floor((APPETITE[countyOrder] ?? 1000) / 10);
  if (mixed(index, 25) % 1000 >= readiness) return [];
  const from = firstAfter(pastShifts, startOfDay(volunteer.registeredDay));
  const available = pastShifts.length - from;
  if (available <= 0) return [];
  const wanted = 1 + Math.floor((mixed(index, 26) % 100) ** 2 / 1_200);
  const chosen = new Set<number>();
  for (let draw = 0; draw < wanted; draw += 1) chosen.add(from + (mixed(index, 100 + draw) % available));
  return [...chosen].flatMap((position) => {
    const shift = pastShifts[position];
    return shift === undefined ? [] : [makeRecord(volunteer, shift, mixed(index, 200 + position))];
  });
}

function makeTraining(volunteer: Volunteer, index: number, trainingShifts: readonly Shift[]): Attendance[] {
  const from = firstAfter(trainingShifts, startOfDay(volunteer.registeredDay));
  const available = trainingShifts.length - from;
  if (available <= 0 || mixed(index, 27) % 6 !== 0) return [];
  const shift = trainingShifts[from + (mixed(index, 28) % available)];
  // 1: an ordinary record, in time and with both codes
  return shift === undefined ? [] : [makeRecord(volunteer, shift, 1)];
}

function firstAfter(shifts: readonly Shift[], instant: number): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.startsAt ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Life is not tidy: some forget to check out, some records come late or are entered afterwards. */
const FORGOTTEN_EVERY = 31;
const SUPPLEMENTED_EVERY = 29;
const LATE_EVERY = 23;
const LATE_BY_MS = 5 * DAY_MS;

export function makeRecord(volunteer: Volunteer, shift: Shift, roll: number): Attendance {
  const record = makeTidyRecord(volunteer, shift, roll);
  if (roll % FORGOTTEN_EVERY === 0)
    return { ...record, state: 'expired', checkOut: null, creditedMinutes: 0, confirmedAt: null, seq: 2 };
  if (roll % SUPPLEMENTED_EVERY === 0)
    return { ...record, source: 'supplemented', checkIn: null, checkOut: null, seq: 1 };
  const isLate = roll % LATE_EVERY === 0;
  return isLate ? { ...record, confirmedAt: (record.confirmedAt ?? 0) + LATE_BY_MS } : record;
}

function makeTidyRecord(volunteer: Volunteer, shift: Shift, roll: number): Attendance {
  const inAt = shift.startsAt - (roll % 12) * MINUTE_MS;
  const outAt = shift.endsAt - (roll % 9) * MINUTE_MS;
  const byCode = roll % 3 !== 0;
  const presence = (at: number) => ({
    at,
    method: byCode ? ('rotatingCode' as const) : ('location' as const),
    distanceMeters: byCode ? null : roll % 120,
    accuracyMeters: byCode ? null : 10 + (roll % 40),
    timeStep: byCode ? Math.floor(at / 30_000) : null,
    requestId: `seed-${String(roll)}`,
  });
  return {
    _id: attendanceIdOf(shift._id, volunteer._id),
    shiftId: shift._id,
    activityId: shift.activityId,
    projectId: shift.projectId,
    volunteerId: volunteer._id,
    state: 'confirmed',
    source: 'own',
    trainingValidDays: shift.trainingValidDays,
    enrolledAt: null,
    checkIn: presence(inAt),
    checkOut: presence(outAt),
    creditedMinutes: minutesOf(
      serviceOf({ ...shift, checkInAt: inAt, checkOutAt: outAt, rules: DEFAULT_SHIFT_RULES }).served,
    ),
    confirmedAt: outAt,
    seq: 3,
    title: shift.title,
    placeName: shift.place.name,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    maskedName: redactName(volunteer.name),
    movedAt: outAt,
  };
}

const isForgotten = ({ state, checkOut }: Attendance): boolean =>
  state === 'expired' || (state === 'disputed' && checkOut === null);

/** 流水 of a seeded record: the moves that made it. */
export function ledgerOf(record: Attendance): StoredDocument<'ledger'>[] {
  const { checkIn, checkOut, confirmedAt, creditedMinutes: minutes, movedAt } = record;
  const moves = [
    ...(checkIn === null ? [] : [{ to: 'checkedIn' as const, at: checkIn.at, creditedMinutes: 0 }]),
    ...(checkOut === null ? [] : [{ to: 'checkedOut' as const, at: checkOut.at, creditedMinutes: minutes }]),
    ...(isForgotten(record) ? [{ to: 'expired' as const, at: movedAt, creditedMinutes: 0 }] : []),
    ...(record.state === 'disputed' ? [{ to: 'disputed' as const, at: movedAt, creditedMinutes: 0 }] : []),
    ...(confirmedAt === null
      ? []
      : [{ to: 'confirmed' as const, at: confirmedAt, creditedMinutes: minutes }]),
    ...(record.isHeld === true
      ? [
          { to: 'confirmed' as const, at: movedAt, creditedMinutes: minutes },
          { to: 'checkedOut' as const, at: movedAt, creditedMinutes: minutes },
        ]
      : []),
  ];
  return moves.map((move, index) => ({
    _id: `${record._id}:${String(index + 1)}`,
    attendanceId: record._id,
    volunteerId: record.volunteerId,
    seq: index + 1,
    actor: 'system',
    source: record.checkIn?.method ?? 'seed',
    requestId: record.checkIn?.requestId ?? '',
    ...move,
  }));
}
