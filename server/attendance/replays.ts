/** Codes tried again (AT4): written down when they were genuine once, one document per shift and person. */
import { hmacSha256 } from '@contract/hmac-sha256';
import type { ErrorCode } from '@contract/error-codes';
import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import type { Evidence } from '@domain/attendance/judge-evidence';
import { CROWDED_STEP_COUNT, replayKindOf, type ReplayKind } from '@domain/attendance/replay';
import { checkInWindowOf } from '@domain/activity/shift';
import { attendanceIdOf, type ShiftId } from '@domain/kernel/identifiers';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireAccount, type Handler, type RequestContext } from '../kernel/procedure';
import type { Scan } from './late-presence';
import { managedShift } from './shift-screen';

const REPLAY_CODES: readonly ErrorCode[] = [
  'attendance.codeExpired',
  'attendance.codeInvalid',
  'attendance.lateUnproven',
  'attendance.lateTooOld',
];
/** An activity has few shifts; a code of one further on is not looked for. */
const SIBLING_LIMIT = 30;
const PAGE = 20;

/**
 * After a refusal: two reads, and when the code was genuine once a transaction of a read and a write.
 * Nothing at all for any other refusal.
 */
export async function noteReplay(
  context: RequestContext,
  { input, evidence }: Scan,
  code: ErrorCode,
): Promise<void> {
  if (!REPLAY_CODES.includes(code)) return;
  const kind = await kindOf(context, input.shiftId, evidence);
  if (kind === null) return;
  const { volunteerId, maskedName } = await requireAccount(context);
  const { shiftId, requestId } = input;
  const _id = attendanceIdOf(shiftId, volunteerId);
  await context.ports.database.transaction(async (transaction) => {
    const known = await transaction.get('replayAttempts', _id);
    if (known?.lastRequestId === requestId) return;
    await transaction.put('replayAttempts', {
      _id,
      shiftId,
      volunteerId,
      maskedName,
      expiredCount: (known?.expiredCount ?? 0) + (kind === 'expired' ? 1 : 0),
      foreignCount: (known?.foreignCount ?? 0) + (kind === 'foreign' ? 1 : 0),
      attemptCount: (known?.attemptCount ?? 0) + 1,
      lastAt: context.now,
      lastRequestId: requestId,
    });
  });
}

async function kindOf(
  { ports, now }: RequestContext,
  shiftId: ShiftId,
  evidence: Evidence,
): Promise<ReplayKind | null> {
  const shift = await ports.database.get('shifts', shiftId);
  if (shift === null) return null;
  const siblings = await ports.database.find('shifts', {
    where: { activityId: shift.activityId },
    orderBy: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SIBLING_LIMIT,
  });
  const seeds = siblings.flatMap(({ _id }) => (_id === shiftId ? [] : [ports.secrets.checkInSeed(_id)]));
  return replayKindOf(hmacSha256, ports.secrets.checkInSeed(shiftId), seeds, evidence, now);
}

/** Round trips: the shift and the roles, one page, and two sums over the steps of the shift's check-ins. */
export const listReplays: Handler<'attendance.listReplays'> = async (input, context) => {
  const shift = await managedShift(context, input.shiftId);
  if ('kind' in shift) return shift;
  const [found, crowded] = await Promise.all([
    context.ports.database.find('replayAttempts', {
      where: { shiftId: input.shiftId },
      orderBy: [
        ['lastAt', 'desc'],
        ['_id', 'asc'],
      ],
      after: parseCursor(input.cursor),
      limit: PAGE + 1,
    }),
    input.cursor === null ? crowdedSteps(context.ports, shift) : [],
  ]);
  const page = pageOf(found, PAGE, (row) => [row.lastAt, row._id]);
  const people = page.rows.map(({ maskedName, expiredCount, foreignCount, lastAt }) => ({
    maskedName,
    expiredCount,
    foreignCount,
    lastAt,
  }));
  return { people, crowded, nextCursor: page.nextCursor };
};

type Crowded = { readonly codeAt: number; readonly count: number }[];

/** A check-in is open for 12 hours and a half at most: 1,500 steps, halved to fit one answer each. */
async function crowdedSteps({ database }: Ports, shift: StoredDocument<'shifts'>): Promise<Crowded> {
  const { opensAt, closesAt } = checkInWindowOf(shift);
  const [first, last] = [codeStepAt(opensAt) - 1, codeStepAt(closesAt) + 1];
  const middle = Math.floor((first + last) / 2);
  const halves = await Promise.all(
    [
      { atLeast: first, below: middle },
      { atLeast: middle, atMost: last },
    ].map((range) =>
      database.sumBy('attendances', {
        where: { shiftId: shift._id, 'checkIn.timeStep': range },
        by: 'checkIn.timeStep',
        field: 'creditedMinutes',
        limit: 1_000,
      }),
    ),
  );
  return halves
    .flat()
    .filter(({ count }) => count > CROWDED_STEP_COUNT)
    .map(({ key, count }) => ({ codeAt: Number(key) * CODE_STEP_MS, count }))
    .sort((a, b) => a.codeAt - b.codeAt);
}
