import { decideCancellation, decideEnrolment } from '@domain/enrolment/decide-enrolment';
import { assert } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { toSummary } from './attendance-document';
import { changeAttendance } from './change-attendance';

/** 报名 (AT13): seats are held by the shift's own document. */
export const enrol: Handler<'attendance.enrol'> = async (input, context) => {
  const result = await changeAttendance(context, { ...input, source: 'enrolment' }, (facts) => {
    const decision = decideEnrolment({ ...facts, now: context.now });
    if (decision.kind === 'already') return { kind: 'unchanged' };
    if (decision.kind === 'rejected') return decision;
    return { kind: 'changed', moves: [decision.attendance], shift: decision.shift };
  });
  if (result.kind === 'rejected') return result;
  assert(result.document !== null, 'an enrolment leaves an attendance');
  return { attendance: toSummary(result.document), outcome: result.isChanged ? 'enrolled' : 'already' };
};

export const cancelEnrolment: Handler<'attendance.cancelEnrolment'> = async (input, context) => {
  const result = await changeAttendance(
    context,
    { ...input, source: 'cancellation' },
    ({ shift, attendance }) => {
      const decision = decideCancellation(shift, attendance);
      if (decision.kind === 'already') return { kind: 'unchanged' };
      if (decision.kind === 'rejected') return decision;
      return { kind: 'changed', moves: [decision.attendance], shift: decision.shift };
    },
  );
  if (result.kind === 'rejected') return result;
  return {
    attendance: result.document === null ? null : toSummary(result.document),
    outcome: result.isChanged ? 'cancelled' : 'already',
  };
};
