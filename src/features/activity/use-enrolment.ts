/** 报名 and 取消报名 of one shift; a person who is not registered is first led to the one screen for it. */
import { useCallback } from 'react';

import type { ProcedureName } from '@contract/procedures';

import type { ApiError } from '@/lib/api-error';
import { openRoute } from '@/lib/open-route';
import { outbox } from '@/lib/outbox';
import { newRequestId } from '@/lib/request-id';
import { registerRoute, type Route } from '@/lib/routes';
import { useMe } from '@/lib/use-me';
import { useCommand } from '@/lib/use-procedure';

const CHANGED: readonly ProcedureName[] = [
  'activity.getShift',
  'activity.getActivity',
  'attendance.listMyCurrent',
];

export interface EnrolmentWish {
  readonly childIds?: readonly string[];
  readonly whenFull?: 'refuse' | 'wait';
  /** 岗位, the one liked best first */
  readonly postIds?: readonly string[];
}

export interface Enrolment {
  /** with these children, or waiting in the line when the shift is full */
  readonly enrol: (wish?: EnrolmentWish) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
}

/** `back`: where a newly registered person continues. */
export function useEnrolment(shiftId: string, back: Route): Enrolment {
  const me = useMe().data;
  const enrolling = useCommand('attendance.enrol', {
    invalidates: CHANGED,
    send: (input) => outbox.send('attendance.enrol', input),
  });
  const cancelling = useCommand('attendance.cancelEnrolment', {
    invalidates: CHANGED,
    send: (input) => outbox.send('attendance.cancelEnrolment', input),
  });
  const isStranger = me !== undefined && me.volunteer === null;
  const enrol = useCallback(
    async ({ childIds = [], whenFull = 'refuse', postIds = [] }: EnrolmentWish = {}) => {
      if (isStranger) {
        openRoute(registerRoute(back));
        return;
      }
      cancelling.reset();
      // The error is in the state; there is nothing else to do with it here.
      const wish = { childIds: [...childIds], whenFull, postIds: [...postIds] };
      await enrolling.run({ requestId: newRequestId(), shiftId, ...wish }).catch(() => undefined);
    },
    [back, cancelling, enrolling, isStranger, shiftId],
  );
  const cancel = useCallback(async () => {
    enrolling.reset();
    await cancelling.run({ requestId: newRequestId(), shiftId }).catch(() => undefined);
  }, [cancelling, enrolling, shiftId]);
  return {
    enrol,
    cancel,
    isRunning: enrolling.isRunning || cancelling.isRunning,
    error: enrolling.error ?? cancelling.error,
  };
}
