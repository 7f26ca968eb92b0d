/** Creating and publishing. Ids come from the request id, so a retried request makes nothing twice (AT1). */
import { newPosts, refusalOfPosts } from '@domain/activity/change-posts';
import { seatsOfAll } from '@domain/activity/post';
import { decideShiftPlan } from '@domain/activity/shift';
import { closingDueAt } from '@domain/attendance/closing';
import { DEFAULT_SHIFT_RULES, refusalOfBreaks } from '@domain/attendance/attendance-rules';
import { cellsOf } from '@domain/geography/cells';
import { countyOf } from '@domain/geography/division';
import { parseActivityId, parseShiftId, type ActivityId, type ShiftId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { MINUTE_MS } from '@domain/time/civil-day';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { currentRules } from '../attendance/attendance-rules';
import { arrangeOrder } from '../demand/order-of-shift';
import { pathNameOf } from '../geography/division-lookup';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { courseFieldsOf, planCourses } from '../training/courses';
import { toActivityView } from './activity-view';
import { coursesOfPosts, wantedOf } from './plan-posts';

type Input = ParsedInputOf<'activity.createActivity'>;
interface Plan {
  readonly activity: StoredDocument<'activities'>;
  readonly shifts: readonly StoredDocument<'shifts'>[];
}

export const createActivity: Handler<'activity.createActivity'> = async (input, context) => {
  const openId = requireOpenId(context);
  const key = `${openId}:${input.requestId}`;
  const activityId = parseActivityId(context.ports.secrets.shortId('activity', key));
  const shiftIds = input.shifts.map((_shift, index) =>
    parseShiftId(context.ports.secrets.shortId('shift', `${key}:${String(index)}`)),
  );
  const plan = await preparePlan(input, context, activityId, shiftIds);
  if ('kind' in plan) return plan;
  if (input.publish && !(await isFitToPublish(context, plan))) {
    return rejected('activity.contentRefused');
  }
  const { orderId, requestId } = input;
  const [shiftId] = shiftIds;
  return context.ports.database.transaction(async (transaction) => {
    if ((await transaction.get('activities', activityId)) !== null) return { activityId, shiftIds };
    if (orderId !== undefined && shiftId !== undefined) {
      const { teamId, teamName } = plan.activity;
      const arranged = { orderId, teamId, teamName, activityId, shiftId, requestId };
      const refused = await arrangeOrder(transaction, context, arranged);
      if (refused !== null) return refused;
    }
    await transaction.add('activities', plan.activity);
    for (const shift of plan.shifts) await transaction.add('shifts', shift);
    return { activityId, shiftIds };
  });
};

export const publishActivity: Handler<'activity.publishActivity'> = async (input, context) => {
  const { database } = context.ports;
  const draft = await database.get('activities', input.activityId);
  if (draft === null) return rejected('activity.notFound');
  if (!mayOrganise(await context.actor.grants(), draft.teamId, draft.countyCode))
    return rejected('actor.forbidden');
  if (draft.state === 'published') return { activity: toActivityView(draft) };
  if (draft.state === 'cancelled' || draft.lastEndsAt <= context.now) {
    return rejected('activity.shiftTimesInvalid', { reason: 'past' });
  }
  const shifts = await database.find('shifts', { where: { activityId: draft._id }, limit: MAXIMUM_SHIFTS });
  if (!(await isFitToPublish(context, { activity: draft, shifts }))) {
    return rejected('activity.contentRefused');
  }
  return database.transaction(async (transaction) => {
    // A draft may have changed meanwhile (AT14).
    const current = await transaction.get('activities', draft._id);
    if (current === null) return rejected('activity.notFound');
    if (current.state !== 'draft') return { activity: toActivityView(current) };
    const published = { ...current, state: 'published' as const };
    await transaction.put('activities', published);
    for (const { _id } of shifts) {
      const shift = await transaction.get('shifts', _id);
      if (shift !== null) await transaction.put('shifts', publishedShift(shift));
    }
    return { activity: toActivityView(published) };
  });
};

/** From now on it is found by where it lies (NM1). */
function publishedShift(shift: StoredDocument<'shifts'>): StoredDocument<'shifts'> {
  return { ...shift, isPublished: true, cells: cellsOf(shift.place.position) };
}

async function isFitToPublish(context: RequestContext, { activity, shifts }: Plan): Promise<boolean> {
  const { title, summary, description, placeName, risk } = activity;
  const { dangers, insurance, training } = risk;
  const names = new Set(shifts.flatMap(({ posts = [] }) => posts.map(({ name }) => name)));
  const text = [title, summary, description, placeName, dangers, insurance, training, ...names].join('\n');
  return (await context.ports.platform.checkContent(requireOpenId(context), text)) === 'pass';
}

function refusalOfShifts({ shifts }: Input, now: number): Rejection<ErrorCode> | null {
  for (const shift of shifts) {
    const verdict = decideShiftPlan(shift, now);
    if (verdict.kind === 'rejected') return verdict;
    const refusal = refusalOfBreaks(shift, shift.breaks ?? []) ?? refusalOfPosts(shift.posts ?? []);
    if (refusal !== null) return refusal;
  }
  return null;
}

async function preparePlan(
  input: Input,
  context: RequestContext,
  activityId: ActivityId,
  shiftIds: readonly ShiftId[],
): Promise<Plan | Rejection<ErrorCode>> {
  const { database } = context.ports;
  const refusal = refusalOfShifts(input, context.now);
  if (refusal !== null) return refusal;
  const [project, division, { rules }, courses, ofPosts] = await Promise.all([
    database.get('projects', input.projectId),
    database.get('divisions', input.place.communityCode),
    currentRules(context.ports),
    planCourses(context.ports, input, input.place.communityCode),
    coursesOfPosts(
      context.ports,
      input.shifts.flatMap(({ posts = [] }) => posts),
    ),
  ]);
  if (project === null) return rejected('project.notFound');
  const [grants, team] = await Promise.all([context.actor.grants(), database.get('teams', project.teamId)]);
  if (!mayOrganise(grants, project.teamId, project.divisionCode)) return rejected('actor.forbidden');
  if (team?.state === 'closed') return rejected('team.closed');
  const countyCode = countyOf(input.place.communityCode);
  if (division === null || countyCode === null) return rejected('division.notFound');
  if ('kind' in courses) return courses;
  if ('kind' in ofPosts) return ofPosts;
  const { ofActivity, ofShift, trainingValidDays } = courseFieldsOf(courses, input);
  const { latitude, longitude, radiusMeters, name } = input.place;
  const place = { name, divisionCode: division._id, position: { latitude, longitude }, radiusMeters };
  const divisionName = pathNameOf(division);
  const firstStartsAt = Math.min(...input.shifts.map(({ startsAt }) => startsAt));
  const { _id: projectId, teamId, field } = project;
  const shared = { projectId, teamId, field, title: input.title };
  return {
    activity: {
      _id: activityId,
      ...shared,
      projectTitle: project.title,
      teamName: project.teamName,
      ...{ summary: input.summary, description: input.description },
      state: input.publish ? 'published' : 'draft',
      firstStartsAt,
      cancelledShiftCount: 0,
      lastEndsAt: Math.max(...input.shifts.map((shift) => shift.endsAt)),
      trainingValidDays,
      ...ofActivity,
      risk: input.risk,
      ...{ placeName: name, countyCode, divisionName },
      ...{ createdBy: requireOpenId(context), createdAt: context.now },
      checkInOpensAt: firstStartsAt - rules.opensBeforeMinutes * MINUTE_MS,
    },
    shifts: input.shifts.map(({ breaks = [], posts: typed, ...shift }, index) => ({
      _id: shiftIds[index] ?? failOnMissingId(),
      ...{ activityId, ...shared },
      ...shift,
      ...(typed === undefined ? {} : seatsOf(typed.map((one) => wantedOf(one, ofPosts)))),
      rules: { ...rules, minimumPresencePercent: input.minimumPresencePercent ?? null, breaks },
      closingDueAt: closingDueAt({ endsAt: shift.endsAt, rules: { ...DEFAULT_SHIFT_RULES, ...rules } }),
      ...{ place, divisionName, urbanRuralCode: division.urbanRuralCode },
      ...{ trainingValidDays, ...ofShift },
      ...(index === 0 && input.orderId !== undefined ? { orderId: input.orderId } : {}),
      ...{ takenCount: 0, waitingCount: 0, owesSeats: false },
      riskLevel: input.risk.level,
      ...{ state: 'open' as const, cancelReason: null },
      isPublished: input.publish,
      ...(input.publish ? { cells: cellsOf(place.position) } : {}),
    })),
  };
}

/** AT15: all seats are those of its posts. */
function seatsOf(wanted: Parameters<typeof newPosts>[0]) {
  const posts = newPosts(wanted);
  return { posts, postCount: posts.length, capacity: seatsOfAll(posts) };
}

function failOnMissingId(): never {
  throw new Error('invariant broken: every shift has an id');
}
