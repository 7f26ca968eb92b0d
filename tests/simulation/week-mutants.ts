/** Safeguards of attendance, each of which the week must notice when it is taken out (SI11). */
import type { Mutant } from './mutation';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a check-out sent again counts again',
    file: 'domain/attendance/decide-check-out.ts',
    from: "if (attendance.checkOut !== null) return { kind: 'already', attendance };",
    to: '',
  },
  {
    name: 'what is published does not follow from its request',
    file: 'server/activity/create-activity.ts',
    from: 'const key = `${openId}:${input.requestId}`;',
    to: 'const key = `${openId}:${context.ports.randomId()}`;',
  },
  {
    name: 'codes are accepted three steps around the present one',
    file: 'domain/attendance/check-in-code.ts',
    from: 'export const CODE_TOLERANCE_STEPS = 1;',
    to: 'export const CODE_TOLERANCE_STEPS = 3;',
  },
  {
    name: 'a minute at two shifts counts for both',
    file: 'domain/attendance/service-day.ts',
    from: 'wholeMinutes(without(visit.intervals, taken))',
    to: 'wholeMinutes(visit.intervals)',
  },
  {
    name: 'a seat is taken without the shift that counts it',
    file: 'server/enrolment/seats.ts',
    from: "if (isChanged) await transaction.put('shifts', next);",
    to: '',
  },
  {
    name: 'a free seat goes to the last in line',
    file: 'domain/enrolment/line.ts',
    from: 'for (const party of line.parties) {',
    to: 'for (const party of [...line.parties].reverse()) {',
  },
  {
    name: 'time that a void frees is given to nobody',
    file: 'server/attendance/void-record.ts',
    from: 'for (const one of decision.recredited) await recredit(transaction, clock, one, request);',
    to: '',
  },
  {
    name: 'a move leaves no entry',
    file: 'server/attendance/write-moves.ts',
    from: 'for (const move of moves) await addLedgerEntry(transaction, move, request, actor, context.now);',
    to: 'await addLedgerEntry(transaction, last, request, actor, context.now);',
  },
];
