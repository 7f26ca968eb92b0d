/** 邀请 as a volunteer opens it (WK5): shifts are chosen at that moment, for whoever opens it. */
import { countyOf } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import type { ProjectId, VolunteerId } from '@domain/kernel/identifiers';
import { MINIMUM_QUALIFYING_MINUTES } from '@domain/statistics/measure';
import { DAY_MS } from '@domain/time/civil-day';
import { chooseShifts, type Asked } from '@domain/wake/choose-shifts';
import { toShiftView } from '../activity/activity-view';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireAccount, type Handler } from '../kernel/procedure';
import { homeOf } from '../person/office-scope';
import { loadFacts } from '../statistics/volunteer-facts';
import { qualificationsOf } from '../training/qualifications';
import { fieldsOf, openShiftsIn, toOpenShift } from './open-shifts';
import { isStillInvited, memberIdOf } from './standing';

type Shift = StoredDocument<'shifts'>;
/** What one is coming to; more at a time is nobody's plan. */
const OWN_SHIFTS = 100;
const LONGEST_SHIFT_MS = DAY_MS;

/**
 * Of who is invited it is written down that the invitation was opened, once. Round trips: account, person,
 * wake and standing (3 to 4), shifts (2) and facts beside them, then fields and trainings; three to write.
 */
export const openInvitation: Handler<'invitation.open'> = async ({ wakeId }, context) => {
  const { volunteerId } = await requireAccount(context);
  const { ports, now } = context;
  const [volunteer, wake] = await Promise.all([
    ports.database.get('volunteers', volunteerId),
    ports.database.get('wakes', wakeId),
  ]);
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  if (wake === null || wake.startedAt === null) return rejected('wake.notFound');
  const isMine = await isStillInvited(ports.database, wakeId, volunteerId, now);
  const county = countyOf(homeOf(volunteer));
  const shifts = await openShiftsIn(ports, county, now);
  const { asked, fields } = await askedOf(ports, volunteer, shifts, now);
  const byId = new Map(shifts.map((shift) => [shift._id, shift]));
  const offers = chooseShifts(
    shifts.map((shift) => toOpenShift(shift, fields)),
    asked,
    now,
  );
  if (isMine) await writeOpened(ports, memberIdOf(wakeId, volunteerId), now);
  return {
    isMine,
    offers: offers.flatMap(({ shiftId, nearness, isOfField }) => {
      const shift = byId.get(shiftId);
      return shift === undefined ? [] : [{ shift: toShiftView(shift), nearness, isOfField }];
    }),
  };
};

async function askedOf(
  ports: Ports,
  volunteer: StoredDocument<'volunteers'>,
  shifts: readonly Shift[],
  now: number,
) {
  const { _id: volunteerId, birthDay } = volunteer;
  const courseIds = shifts.flatMap(({ requiredCourses = [] }) =>
    requiredCourses.map(({ courseId }) => courseId),
  );
  const [lastProjectId, busy, guardianship, held] = await Promise.all([
    lastProjectOf(ports, volunteerId),
    ownShifts(ports, volunteerId, now),
    ports.database.get('guardianships', volunteerId),
    qualificationsOf(ports, [volunteerId], [...new Set(courseIds)]),
  ]);
  const projectIds = shifts.map(({ projectId }) => projectId);
  const fields = await fieldsOf(ports, lastProjectId === null ? projectIds : [...projectIds, lastProjectId]);
  const guardian = guardianship?.isInForce === true ? 'consented' : 'none';
  const asked: Asked = {
    person: { birthDay, guardian, qualifications: held.get(volunteerId) },
    home: homeOf(volunteer),
    field: lastProjectId === null ? null : (fields.get(lastProjectId) ?? null),
    said: volunteer.profile,
    busy,
  };
  return { asked, fields };
}

async function lastProjectOf(ports: Ports, volunteerId: VolunteerId): Promise<ProjectId | null> {
  const [facts] = await loadFacts(ports, [volunteerId]);
  const records = (facts?.records ?? []).filter(({ minutes }) => minutes >= MINIMUM_QUALIFYING_MINUTES);
  return [...records].sort((a, b) => (a.serviceDay < b.serviceDay ? -1 : 1)).at(-1)?.projectId ?? null;
}

async function ownShifts({ database }: Ports, volunteerId: VolunteerId, now: number) {
  const own = await database.find('attendances', {
    where: { volunteerId, startsAt: { above: now - LONGEST_SHIFT_MS } },
    orderBy: [
      ['startsAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: OWN_SHIFTS,
  });
  return own.filter(({ state }) => state === 'enrolled' || state === 'waiting' || state === 'checkedIn');
}

function writeOpened({ database }: Ports, memberId: string, now: number): Promise<void> {
  return database.transaction(async (transaction) => {
    const member = await transaction.get('wakeMembers', memberId);
    if (member === null || member.openedAt !== null) return;
    await transaction.put('wakeMembers', { ...member, openedAt: now });
  });
}
