/**
 * 到岗 (AT6.1). Who is on duty stands in the shift's own document: whoever runs a shift reads it anyway, and
 * two at once clash there. Taking it up takes grants, account, card, and a transaction of a read and
 * a write.
 */
import type { DutyView } from '@contract/closing.contract';
import type { ParsedInputOf } from '@contract/procedures';
import { checkInWindowOf } from '@domain/activity/shift';
import { closableUntil } from '@domain/attendance/closing';
import { decideDuty, isOnDuty, type Duty, type DutyProof } from '@domain/attendance/duty';
import { rejected } from '@domain/kernel/result';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { toShift } from './attendance-document';
import { judgeCard } from './cards';
import { dutiesOf } from './on-duty';
import { codeKeysOf } from './prove-presence';
import { managedShift } from './shift-screen';

type Proof = ParsedInputOf<'attendance.takeUpDuty'>['proof'];
type ShiftDocument = StoredDocument<'shifts'>;

export function toDutyView({ openId, name, at, method, distanceMeters }: Duty, asker: string): DutyView {
  return { name, at, method, distanceMeters, isMine: openId === asker };
}

export const getDuty: Handler<'attendance.getDuty'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const openId = requireOpenId(context);
  const duties = dutiesOf(shift);
  return {
    onDuty: duties.map((duty) => toDutyView(duty, openId)),
    isOnDuty: isOnDuty(duties, openId),
    opensAt: checkInWindowOf(shift).opensAt,
    closesAt: closableUntil(shift),
  };
};

/** The masked name of a registered person, else what the grant by which they run it calls office or team. */
export async function nameOf(context: RequestContext, shift: ShiftDocument): Promise<string> {
  const [account, grants] = await Promise.all([context.actor.account(), context.actor.grants()]);
  const grant = grants.find((one) => mayOrganise([one], shift.teamId, shift.place.divisionCode));
  return account?.maskedName ?? grant?.scopeName ?? '';
}

async function proofOf({ ports }: RequestContext, proof: Proof): Promise<DutyProof> {
  if (proof.kind === 'location') return proof;
  const { volunteerId, version, proof: signature } = proof;
  const [card, volunteer] = await Promise.all([
    ports.database.get('volunteerCards', volunteerId),
    ports.database.get('volunteers', volunteerId),
  ]);
  return {
    kind: 'card',
    verdict:
      volunteer === null ? 'invalid' : judgeCard(ports, volunteerId, { version, proof: signature }, card),
    holderId: volunteerId,
    isActive: volunteer?.status === 'active',
  };
}

export const takeUpDuty: Handler<'attendance.takeUpDuty'> = async (input, context) => {
  const managed = await managedShift(context, input.shiftId);
  if ('kind' in managed) return managed;
  const proof = await proofOf(context, input.proof);
  const openId = requireOpenId(context);
  const account = await context.actor.account();
  const who = { openId, volunteerId: account?.volunteerId ?? null, name: await nameOf(context, managed) };
  const keys = codeKeysOf(context.ports, input.shiftId);
  return context.ports.database.transaction(async (transaction) => {
    const document = await transaction.get('shifts', input.shiftId);
    if (document === null || !document.isPublished) return rejected('shift.notFound');
    const known = dutiesOf(document);
    const decision = decideDuty({ shift: toShift(document), known, who, proof, keys, now: context.now });
    if (decision.kind === 'rejected') return decision;
    const duty = toDutyView(decision.duty, openId);
    if (decision.kind === 'already') return { duty, outcome: 'already' as const };
    await transaction.put('shifts', { ...document, duties: [...known, decision.duty] });
    return { duty, outcome: 'onDuty' as const };
  });
};
