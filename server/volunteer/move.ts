/**
 * 迁居 (RG9): from today on a person, and the children they keep the profiles of, count where they live now.
 * The home, its index and the mark are one transaction, so no figure is between two places.
 */
import type { DivisionCode, VolunteerId } from '@domain/kernel/identifiers';
import { rejected } from '@domain/kernel/result';
import { civilDayOf, type CivilDay } from '@domain/time/civil-day';
import { decideMove, residencesAfter, type MoveCount } from '@domain/volunteer/move';
import { pathNameOf } from '../geography/division-lookup';
import { isKept } from '../guardian/kept-child';
import type { StoredDocument } from '../kernel/documents';
import type { Transaction } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import { markVolunteer } from '../statistics/mark';
import { homesOf } from './homes';
import { personEntryIdOf } from './person-ledger';
import { toOwnVolunteer } from './volunteer-view';

type Volunteer = StoredDocument<'volunteers'>;
type Division = StoredDocument<'divisions'>;

/**
 * Round trips: account, division, begin, entry, volunteer, children of a guardian; for each who moves the
 * document, the new home (read, written), the mark (read, written); entry, commit.
 */
export const move: Handler<'volunteer.move'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId } = await requireAccount(context);
  const division = await ports.database.get('divisions', input.communityCode);
  if (division === null || division.level !== 'community') return rejected('division.notFound');
  const today = civilDayOf(now);
  const entryId = personEntryIdOf(context, 'move', input.requestId);
  return ports.database.transaction(async (transaction) => {
    const done = await transaction.get('personLedger', entryId);
    const volunteer = await transaction.get('volunteers', volunteerId);
    if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
    const { residences, moves = null } = volunteer;
    const decision =
      done === null ? decideMove({ residences, moves }, division._id, today) : { kind: 'already' as const };
    if (decision.kind === 'rejected') return decision;
    if (decision.kind === 'already') {
      return { volunteer: toOwnVolunteer(volunteer), outcome: 'already' as const, childNames: [] };
    }
    const moved = await putHome(transaction, context, volunteer, {
      division,
      residences: [...decision.residences],
      moves: decision.moves,
    });
    const children = await moveChildren(transaction, context, volunteerId, division, today);
    await transaction.add('personLedger', {
      _id: entryId,
      volunteerId,
      deed: 'moved',
      at: now,
      requestId: input.requestId,
      divisionCode: division._id,
      childIds: children.map(({ _id }) => _id),
    });
    const childNames = children.map(({ name }) => name);
    return { volunteer: toOwnVolunteer(moved), outcome: 'moved' as const, childNames };
  });
};

interface NewHome {
  readonly division: Division;
  readonly residences: Volunteer['residences'];
  readonly moves: MoveCount | null;
}

async function putHome(
  transaction: Transaction,
  context: RequestContext,
  volunteer: Volunteer,
  { division, residences, moves }: NewHome,
): Promise<Volunteer> {
  const divisionName = pathNameOf(division);
  const moved = { ...volunteer, residences, divisionName, ...(moves === null ? {} : { moves }) };
  await transaction.put('volunteers', moved);
  await addHome(transaction, moved, division._id);
  await markVolunteer(transaction, context, volunteer._id, null);
  return moved;
}

/** Homes are never removed: who comes back finds the old one. */
async function addHome(transaction: Transaction, volunteer: Volunteer, home: DivisionCode): Promise<void> {
  for (const document of homesOf(volunteer).filter(({ divisionCode }) => divisionCode === home)) {
    if ((await transaction.get('homes', document._id)) === null) await transaction.add('homes', document);
  }
}

/** GU1: a child lives where the guardian lives who keeps its profile; a youth moves alone. */
async function moveChildren(
  transaction: Transaction,
  context: RequestContext,
  guardianId: VolunteerId,
  division: Division,
  today: CivilDay,
): Promise<Volunteer[]> {
  const moved: Volunteer[] = [];
  for (const childId of (await transaction.get('guardians', guardianId))?.childIds ?? []) {
    const child = await transaction.get('volunteers', childId);
    if (child === null || !isKept(child, context.now)) continue;
    const residences = residencesAfter(child.residences, division._id, today);
    moved.push(await putHome(transaction, context, child, { division, residences, moves: null }));
  }
  return moved;
}
