/** 协助签到: cards scanned one by one, and groups by head-count (AT3.4, AT3.5). */
import type { Assisted } from '@contract/assist.contract';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import { decideAssist, decideHeadCount } from '@domain/attendance/decide-assist';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import { BusyError } from '../kernel/busy-error';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';
import { judgeCard } from './cards';
import { changeInTransaction, type AttendanceChange } from './change-attendance';
import { codeKeysOf, judgePresence } from './prove-presence';
import { refusalOffDuty } from './on-duty';
import { managedShift } from './shift-screen';

type Input = ParsedInputOf<'attendance.assist'>;
type Helped = Input['people'][number];
type Volunteer = StoredDocument<'volunteers'>;

/** Side by side: quick for forty, and few enough that walk-ins do not fight for the shift's seats. */
const AT_ONCE = 4;

/**
 * Everybody is a transaction of their own: who cannot be helped stops nobody else, and a repeated
 * request finds the visits it made. Round trips: roles, shift, account, volunteers, cards, then those of a
 * check-in each.
 */
export const assist: Handler<'attendance.assist'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const offDuty = refusalOffDuty(context, shift);
  if (offDuty !== null) return offDuty;
  const chosen = new Map(input.people.map((one) => [one.volunteerId, one]));
  if (input.headCount !== null) {
    const verdict = decideHeadCount(chosen.size, input.headCount);
    if (verdict.kind === 'rejected') return verdict;
  }
  const ids = [...chosen.keys()];
  const { database } = context.ports;
  const [volunteers, cards, helper] = await Promise.all([
    database.getMany('volunteers', ids),
    database.getMany('volunteerCards', ids),
    context.actor.account(),
  ]);
  const known: Known = {
    helperId: helper?.volunteerId ?? null,
    volunteers: new Map(volunteers.map((one) => [one._id, one])),
    cards: new Map(cards.map((one) => [one._id, one])),
  };
  const people: Assisted[] = [];
  const queue = [...chosen.values()];
  for (let from = 0; from < queue.length; from += AT_ONCE) {
    const batch = queue.slice(from, from + AT_ONCE);
    people.push(...(await Promise.all(batch.map((one) => assistOne(input, context, known, one)))));
  }
  return { people };
};

interface Known {
  readonly helperId: VolunteerId | null;
  readonly volunteers: ReadonlyMap<VolunteerId, Volunteer>;
  readonly cards: ReadonlyMap<VolunteerId, StoredDocument<'volunteerCards'>>;
}

async function assistOne(
  input: Input,
  context: RequestContext,
  known: Known,
  helped: Helped,
): Promise<Assisted> {
  const { volunteerId } = helped;
  const volunteer = known.volunteers.get(volunteerId);
  if (volunteer === undefined) {
    const code = helped.card === null ? 'assist.notEnrolled' : 'card.invalid';
    return refused(volunteerId, null, rejected(code));
  }
  const maskedName = redactName(volunteer.name);
  try {
    const document = await changeOne(input, context, known, helped, volunteer);
    if (document.kind === 'rejected') return refused(volunteerId, maskedName, document);
    const { visit, isChanged } = document;
    const presence = visit?.[input.deed] ?? null;
    const isOurs = isChanged || presence?.requestId === input.requestId;
    return {
      volunteerId,
      maskedName,
      outcome: isOurs ? 'done' : 'already',
      at: presence?.at ?? null,
      creditedMinutes: visit?.creditedMinutes ?? 0,
      refusal: null,
    };
  } catch (error) {
    // A crowd on one document: this person can be tried again, the others are done.
    if (error instanceof BusyError) return refused(volunteerId, maskedName, rejected('system.busy'));
    throw error;
  }
}

async function changeOne(
  input: Input,
  context: RequestContext,
  known: Known,
  { volunteerId, card }: Helped,
  volunteer: Volunteer,
): Promise<
  | {
      readonly kind: 'done';
      readonly visit: StoredDocument<'attendances'> | null;
      readonly isChanged: boolean;
    }
  | Rejection<ErrorCode>
> {
  const { deed, requestId, shiftId } = input;
  const { ports, now } = context;
  const method = card === null ? 'headCount' : 'card';
  const verdict = card === null ? null : judgeCard(ports, volunteerId, card, known.cards.get(volunteerId));
  const may = {
    helperId: known.helperId,
    volunteerId,
    isActive: volunteer.status === 'active',
    card: verdict,
  };
  const proof = {
    evidence: { kind: 'assisted' as const, method },
    keys: codeKeysOf(ports, shiftId),
    ...{ requestId, now },
  } as const;
  const { birthDay } = volunteer;
  const whom = { volunteerId, birthDay, maskedName: redactName(volunteer.name) };
  const result = await ports.database.transaction((transaction) =>
    changeInTransaction(
      transaction,
      context,
      { shiftId, requestId, childIds: [], source: method },
      whom,
      async (facts): Promise<AttendanceChange<ErrorCode>> => {
        const permission = decideAssist({ ...may, attendance: facts.attendance });
        if (permission.kind === 'rejected') return permission;
        return judgePresence(deed, facts, proof);
      },
    ),
  );
  if (result.kind === 'rejected') return result;
  return { kind: 'done', visit: result.document, isChanged: result.isChanged };
}

function refused(
  volunteerId: VolunteerId,
  maskedName: string | null,
  { code, params }: Rejection<ErrorCode>,
): Assisted {
  const refusal = { code, params: { ...params } };
  return { volunteerId, maskedName, outcome: 'refused', at: null, creditedMinutes: 0, refusal };
}
