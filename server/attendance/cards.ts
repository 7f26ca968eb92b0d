/** 志愿者证 (AT3.4): a signed id card of every volunteer, made anew whenever its holder wants. */
import { judgeSignedCode, MAXIMUM_CODE_VERSION, type SignedVerdict } from '@domain/attendance/signed-code';
import type { VolunteerId } from '@domain/kernel/identifiers';
import { assert, rejected } from '@domain/kernel/result';
import { sceneOf } from '@domain/link/link';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireAccount, type Handler } from '../kernel/procedure';
import { readRosterPage } from './roster';
import { managedShift } from './shift-screen';
import { logLook } from '../trail/access-log';

/** Nothing is stored for a first card: it is there from registration on. */
const FIRST_VERSION = 1;

type CardDocument = StoredDocument<'volunteerCards'> | null | undefined;

function proofOf({ secrets }: Ports, volunteerId: VolunteerId, version: number): string {
  return secrets.shortId('volunteer-card', `${volunteerId}:${String(version)}`);
}

function cardSceneOf(ports: Ports, volunteerId: VolunteerId, version: number): string {
  return sceneOf({ kind: 'card', id: volunteerId, version, proof: proofOf(ports, volunteerId, version) });
}

export function judgeCard(
  ports: Ports,
  volunteerId: VolunteerId,
  card: { readonly version: number; readonly proof: string },
  known: CardDocument,
): SignedVerdict {
  const code = { id: volunteerId, ...card };
  return judgeSignedCode(code, known?.version ?? FIRST_VERSION, (version) =>
    proofOf(ports, volunteerId, version),
  );
}

async function cardViewOf(ports: Ports, volunteerId: VolunteerId, version: number) {
  const volunteer = await ports.database.get('volunteers', volunteerId);
  if (volunteer === null) return rejected('volunteer.inactive');
  const { name, volunteerNumber } = volunteer;
  return { scene: cardSceneOf(ports, volunteerId, version), version, name, volunteerNumber };
}

/** Round trips: account, card, volunteer. */
export const getMyCard: Handler<'attendance.getMyCard'> = async (_input, context) => {
  const { volunteerId } = await requireAccount(context);
  const known = await context.ports.database.get('volunteerCards', volunteerId);
  return cardViewOf(context.ports, volunteerId, known?.version ?? FIRST_VERSION);
};

/** The version seen makes it harmless to send twice: an older one changes nothing. */
export const replaceMyCard: Handler<'attendance.replaceMyCard'> = async (input, context) => {
  const { ports, now } = context;
  const { volunteerId } = await requireAccount(context);
  const version = await ports.database.transaction(async (transaction) => {
    const known = await transaction.get('volunteerCards', volunteerId);
    const current = known?.version ?? FIRST_VERSION;
    if (current !== input.version) return current; // replaced already, by this request or on another phone
    assert(current < MAXIMUM_CODE_VERSION, 'nobody takes more cards than three characters count');
    const { requestId } = input;
    const next = { _id: volunteerId, version: current + 1, replacedAt: now, requestId };
    await transaction.put('volunteerCards', next);
    return current + 1;
  });
  return cardViewOf(ports, volunteerId, version);
};

/**
 * A sheet to print. Cards are handed out, so the look is on record before the answer leaves (RO4). Round
 * trips: roles, shift, roster, cards, log.
 */
export const listCards: Handler<'attendance.listCards'> = async (input, context) => {
  const { ports } = context;
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const { rows, nextCursor } = await readRosterPage(ports, input.shiftId, input.cursor);
  const ids = rows.map(({ volunteerId }) => volunteerId);
  const known = await ports.database.getMany('volunteerCards', ids);
  const versions = new Map(known.map(({ _id, version }) => [_id, version]));
  await logLook(context, {
    procedure: 'attendance.listCards',
    divisionCode: shift.place.divisionCode,
    measure: `shift:${shift._id}`,
    volunteerIds: ids,
  });
  return {
    cards: rows.map(({ volunteerId, maskedName }) => ({
      volunteerId,
      maskedName,
      scene: cardSceneOf(ports, volunteerId, versions.get(volunteerId) ?? FIRST_VERSION),
    })),
    nextCursor,
  };
};
