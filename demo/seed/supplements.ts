/**
 * 昨晚的护送值守: no phone had a network, so records are entered afterwards (AT10) – one waits for a check, one for
 * the volunteer one can be, one is suspicious and objected to.
 */
import { attendanceIdOf, parseActivityId, parseOpenId } from '@domain/kernel/identifiers';
import { monthOf } from '@domain/supplement/quota';
import { ANSWER_DAYS } from '@domain/supplement/supplement';
import { addDays, civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/time/civil-day';
import { redactName } from '@domain/volunteer/redact';
import type { StoredDocument } from '@server/kernel/documents';
import { openedReview } from '@server/supplement/review-document';
import { teamMonthIdOf } from '@server/supplement/quota';
import { handlerKeysOf } from '@server/supplement/supplement-document';
import type { DemoActivityText } from '../brand-project-text';
import type { SyntheticPerson } from './people';
import { makeActivity, makeShift } from './programme';
import type { SeedContext } from './target';

const TEXT: DemoActivityText = {
  title: '晚间护送值守',
  summary: '晚自习放学时段，护送学生过马路',
  description: '晚自习放学时在路口引导车辆、护送学生过马路。昨晚路口停电没有网络，签到没能传上来。',
  shiftMinutes: 90,
  startsAtMinutes: [19 * 60 + 30],
  capacity: null,
};
/** Nobody of the demo: who entered them, and who checked one. */
const MAKER = { openId: parseOpenId('demo-maker'), volunteerId: null };
const CHECKER = { openId: parseOpenId('demo-checker'), volunteerId: null };
const MINUTES = 30;

type Supplement = StoredDocument<'supplements'>;
type Shift = StoredDocument<'shifts'>;
type Project = StoredDocument<'projects'>;

/** Inserts everything. Of the people the first is the persona, the next three are busy elsewhere. */
export function seedSupplements(
  { target, secrets, now }: SeedContext,
  project: Project,
  [volunteer, , , , ...others]: readonly SyntheticPerson[],
): void {
  const evening = startOfDay(addDays(civilDayOf(now), -1)) + (TEXT.startsAtMinutes[0] ?? 0) * MINUTE_MS;
  const activityId = parseActivityId(secrets.shortId('demo-activity', `${project._id}:evening`));
  const shift = makeShift(secrets, project, TEXT, activityId, evening, 'evening');
  target.insert('activities', [makeActivity(project, TEXT, [shift])]);
  target.insert('shifts', [shift]);
  const evidenceId = secrets.shortId('evidence', 'demo-evening');
  const people = [volunteer, ...others.slice(0, 2)].flatMap((person) => person ?? []);
  const [persona, second, third] = people.map((person) =>
    entryOf(secrets, project, shift, person, evidenceId),
  );
  if (persona === undefined || second === undefined || third === undefined) return;
  const suspicious: Supplement = { ...third, anomalies: [{ rule: 'manyAtOnce', params: { people: 6 } }] };
  const supplements = [checked(persona), second, suspicious];
  target.insert('supplements', supplements);
  target.insert('supplementSteps', supplements.flatMap(stepsOf));
  target.insert('supplementQuotas', [quotaOf(supplements, third)]);
  target.insert('supplementReviews', [
    {
      ...openedReview(suspicious, suspicious.enteredAt),
      objections: [{ kind: 'notThere', text: '我就住在路口，昨晚没有看到他。', at: now - HOUR_MS }],
    },
  ]);
  target.insert('evidence', [
    {
      _id: evidenceId,
      openId: MAKER.openId,
      shiftId: shift._id,
      kind: 'picture',
      fileId: project.pictureFileId,
      byteCount: 1,
      storedAt: third.enteredAt,
    },
  ]);
}

function entryOf(
  secrets: SeedContext['secrets'],
  project: Project,
  shift: Shift,
  { volunteer }: SyntheticPerson,
  evidenceId: string,
): Supplement {
  const { _id: shiftId, teamId, title, startsAt, endsAt, place } = shift;
  const enteredAt = endsAt + 2 * HOUR_MS + MINUTE_MS;
  const _id = attendanceIdOf(shiftId, volunteer._id);
  return {
    _id,
    publicId: secrets.shortId('supplement', _id),
    volunteerId: volunteer._id,
    teamId,
    divisionCode: place.divisionCode,
    month: monthOf(endsAt),
    shiftId,
    maskedName: redactName(volunteer.name),
    title,
    placeName: place.name,
    teamName: project.teamName,
    startsAt,
    endsAt,
    checkInAt: startsAt,
    checkOutAt: startsAt + MINUTES * MINUTE_MS,
    minutes: MINUTES,
    reason: 'noNetwork',
    reasonText: '路口停电没有网络，签到签退都没能传上来',
    makerName: '王**',
    enteredAt,
    checkerName: null,
    checkedAt: null,
    state: 'toCheck',
    answerBy: enteredAt + ANSWER_DAYS * DAY_MS,
    endReason: null,
    anomalies: [],
    evidenceIds: [evidenceId],
    maker: MAKER,
    checker: null,
    handlerKeys: handlerKeysOf(place.divisionCode, teamId),
    group: 'toCheck',
    isPublic: true,
    entryRequestId: '',
    checkRequestId: null,
    answerRequestId: null,
    seq: 1,
  };
}

function checked(supplement: Supplement): Supplement {
  return {
    ...supplement,
    state: 'toConfirm',
    group: 'toConfirm',
    checker: CHECKER,
    checkerName: '泽**',
    checkedAt: supplement.enteredAt + MINUTE_MS,
    checkRequestId: '',
    seq: 2,
  };
}

function stepsOf({ _id, state, enteredAt, minutes, makerName, checkerName }: Supplement) {
  const step = (seq: number, to: Supplement['state'], actor: string, actorName: string) => ({
    ...{ _id: `${_id}:${String(seq)}`, supplementId: _id, seq, to, actor, actorName, minutes },
    at: enteredAt + (seq - 1) * MINUTE_MS,
    requestId: '',
    reason: null,
  });
  const entry = step(1, 'toCheck', MAKER.openId, makerName);
  return state === 'toCheck' ? [entry] : [entry, step(2, state, CHECKER.openId, checkerName ?? '')];
}

function quotaOf(
  supplements: readonly Supplement[],
  { teamId, month, enteredAt }: Supplement,
): StoredDocument<'supplementQuotas'> {
  const usedMinutes = supplements.reduce((sum, { minutes }) => sum + minutes, 0);
  return { _id: teamMonthIdOf({ teamId, month }), teamId, month, usedMinutes, changedAt: enteredAt };
}
