/**
 * 录入 (AT10). What does not change is read before; what decides – the shift, the record, what is entered,
 * the quota, the pace – by id in the transaction. Round trips: shift, roles, then six reads at once, two of
 * neighbours, begin, at most twelve reads and ten writes, commit.
 */
import { decideAssist } from '@domain/attendance/decide-assist';
import { attendanceIdOf } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { mergedAnomalies, type Anomaly } from '@domain/supplement/anomaly';
import { monthOf } from '@domain/supplement/quota';
import { decideEntry } from '@domain/supplement/supplement';
import type { SupplementRules } from '@domain/supplement/supplement-rules';
import { redactName } from '@domain/volunteer/redact';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf, ViewOf } from '@contract/procedures';
import { judgeCard } from '../attendance/cards';
import { toAttendance, toShift } from '../attendance/attendance-document';
import { managedShift } from '../attendance/shift-screen';
import { loadSelf } from '../enrolment/people';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import type { Handler, RequestContext } from '../kernel/procedure';
import { judgeAround, judgePace } from './anomalies';
import { loadQuota } from './quota';
import { openReview } from './review-document';
import { currentSupplementRules } from './rules';
import {
  actingIn,
  handlerKeysOf,
  storeStep,
  toSupplementView,
  type Acting,
  type SupplementDocument,
} from './supplement-document';

type Input = ParsedInputOf<'supplement.enter'>;
type Entered = ViewOf<'supplement.enter'> | Rejection<ErrorCode>;

interface Prepared {
  readonly input: Input;
  readonly acting: Acting;
  readonly volunteer: StoredDocument<'volunteers'>;
  readonly card: ReturnType<typeof judgeCard> | null;
  readonly teamName: string;
  readonly rules: SupplementRules;
}

export const enterSupplement: Handler<'supplement.enter'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const { ports } = context;
  const { database } = ports;
  const [acting, volunteer, known, team, evidence, rules] = await Promise.all([
    actingIn(context),
    database.get('volunteers', input.volunteerId),
    database.get('volunteerCards', input.volunteerId),
    database.get('teams', shift.teamId),
    database.getMany('evidence', input.evidenceIds),
    currentSupplementRules(ports),
  ]);
  if (volunteer === null) return rejected(input.card === null ? 'assist.notEnrolled' : 'card.invalid');
  const isEvident = evidence.every((one) => one.shiftId === shift._id);
  if (evidence.length === 0 || evidence.length < new Set(input.evidenceIds).size || !isEvident) {
    return rejected('supplement.evidenceMissing');
  }
  const card = input.card === null ? null : judgeCard(ports, input.volunteerId, input.card, known);
  const prepared = { input, acting, volunteer, card, teamName: team?.name ?? '', rules };
  return database.transaction((transaction) => enterOne(transaction, context, prepared));
};

async function enterOne(
  transaction: Transaction,
  context: RequestContext,
  prepared: Prepared,
): Promise<Entered> {
  const { input, acting, volunteer, rules } = prepared;
  const { now } = context;
  const supplementId = attendanceIdOf(input.shiftId, input.volunteerId);
  const before = await transaction.get('supplements', supplementId);
  if (before?.entryRequestId === input.requestId) {
    return { supplement: toSupplementView(before, acting.party), outcome: 'already' };
  }
  const decided = await decide(transaction, context, prepared, before);
  if (decided.kind === 'rejected') return decided;
  const { shift, entry } = decided;
  const month = monthOf(shift.endsAt);
  const quota = await loadQuota(transaction, { teamId: shift.teamId, month }, rules.quotaPercent);
  if (entry.minutes > quota.leftMinutes) {
    const { leftMinutes, quotaMinutes } = quota;
    return rejected('supplement.quotaExceeded', { leftMinutes, quotaMinutes, minutes: entry.minutes });
  }
  const who = { openId: acting.party.openId, teamId: shift.teamId };
  const paced = await judgePace(transaction, who, now, rules.schoolDeadlines);
  const around = await judgeAround(context.ports, {
    shift,
    volunteerId: volunteer._id,
    isStored: false,
    ...entry,
  });
  const anomalies = mergedAnomalies(paced, around);
  const publicId = context.ports.secrets.shortId('supplement', supplementId);
  const next = documentOf(prepared, shift, { ...entry, publicId, month, anomalies, now });
  const { requestId, reasonText } = input;
  const step = { actor: acting.party.openId, actorName: acting.name, requestId, reason: reasonText };
  const stored = await storeStep(transaction, now, { before, next, ...step });
  if (anomalies.length > 0) await openReview(transaction, stored, now);
  return { supplement: toSupplementView(stored, acting.party), outcome: 'done' };
}

async function decide(
  transaction: Transaction,
  context: RequestContext,
  { input, acting, volunteer, card, rules }: Prepared,
  before: SupplementDocument | null,
) {
  const shift = await transaction.get('shifts', input.shiftId);
  if (shift === null) return rejected('shift.notFound');
  const document = await transaction.get('attendances', attendanceIdOf(input.shiftId, input.volunteerId));
  const attendance = document === null ? null : toAttendance(document);
  const { _id: volunteerId, birthDay, status } = volunteer;
  const isActive = status === 'active';
  const listed = decideAssist({ helperId: null, volunteerId, isActive, card, attendance });
  if (listed.kind === 'rejected') return listed;
  const whom = { volunteerId, birthDay, maskedName: redactName(volunteer.name) };
  const { person } = await loadSelf(transaction, context.ports, whom, shift);
  const entry = decideEntry({
    shift: toShift(shift),
    isTraining: shift.trainingValidDays !== null,
    attendance,
    known: before?.state ?? null,
    person,
    isOwn: acting.party.volunteerId === volunteerId,
    entryDays: rules.entryDays,
    checkInAt: input.checkInAt,
    checkOutAt: input.checkOutAt,
    now: context.now,
  });
  return entry.kind === 'rejected' ? entry : { kind: 'decided' as const, shift, entry };
}

interface Entry {
  readonly checkInAt: number;
  readonly checkOutAt: number;
  readonly minutes: number;
  readonly answerBy: number;
  readonly publicId: string;
  readonly month: string;
  readonly anomalies: readonly Anomaly[];
  readonly now: number;
}

function documentOf(
  { input, acting, volunteer, teamName }: Prepared,
  shift: StoredDocument<'shifts'>,
  { checkInAt, checkOutAt, minutes, answerBy, publicId, month, anomalies, now }: Entry,
): Omit<SupplementDocument, 'seq' | 'group' | 'isPublic'> {
  const { teamId, title, startsAt, endsAt, place } = shift;
  return {
    _id: attendanceIdOf(shift._id, volunteer._id),
    publicId,
    shiftId: shift._id,
    volunteerId: volunteer._id,
    maskedName: redactName(volunteer.name),
    ...{ teamId, teamName, title, startsAt, endsAt, month },
    divisionCode: place.divisionCode,
    placeName: place.name,
    ...{ checkInAt, checkOutAt, minutes, answerBy },
    reason: input.reason,
    reasonText: input.reasonText,
    evidenceIds: [...new Set(input.evidenceIds)],
    maker: acting.party,
    makerName: acting.name,
    enteredAt: now,
    checker: null,
    checkerName: null,
    checkedAt: null,
    state: 'toCheck',
    endReason: null,
    anomalies: anomalies.map((one) => ({ ...one, params: { ...one.params } })),
    handlerKeys: handlerKeysOf(place.divisionCode, teamId),
    entryRequestId: input.requestId,
    checkRequestId: null,
    answerRequestId: null,
  };
}
