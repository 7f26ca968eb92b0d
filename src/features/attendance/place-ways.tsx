/**
 * 签到 and 签退 by the code on the wall (AT3.2): with a position at once, without one when the organiser
 * confirms.
 */
import { useEffect } from 'react';

import type { ProcedureName } from '@contract/procedures';
import { formatClock } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { invalidateAnswers } from '@/lib/query-client';
import { newRequestId } from '@/lib/request-id';
import { isRegistered, useMe } from '@/lib/use-me';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import type { Presence } from './use-presence';

export interface PlaceWaysProps {
  readonly deed: PresenceDeed;
  readonly shiftId: string;
  /** scene of the printed code */
  readonly place: string;
  readonly presence: Presence;
  /** only children are left: an organiser finds them on the list */
  readonly isDone: boolean;
  readonly onRegister: () => void;
}

/** While one waits for a tap of somebody else, it is asked this often whether it came. */
const REFRESH_MS = 4_000;
const CHANGED: readonly ProcedureName[] = [
  'activity.getShift',
  'activity.getActivity',
  'attendance.listMyCurrent',
  'attendance.listMyRecords',
  'volunteer.getMe',
];

export function PlaceWays({ deed, shiftId, place, presence, isDone, onRegister }: PlaceWaysProps) {
  const { verb } = DEED_WORDS[deed];
  const me = useMe().data;
  const { state } = presence;
  const isBusy = state.kind === 'locating' || state.kind === 'sending';
  if (me !== undefined && !isRegistered(me)) {
    return (
      <Button size="large" onPress={onRegister}>
        去注册，完成后回到这里
      </Button>
    );
  }
  return (
    <Card>
      <Paragraph>{`您扫的是贴在这里的地点码。${verb}时会定位一次，只确认您在这里，不保存位置。`}</Paragraph>
      <Button
        size="large"
        icon="place"
        isLoading={isBusy}
        onPress={() => void presence.proveByLocation(place)}
      >
        {`确认${verb}`}
      </Button>
      {isDone ? null : <Confirmation deed={deed} shiftId={shiftId} place={place} verb={verb} />}
    </Card>
  );
}

interface ConfirmationProps extends Pick<PlaceWaysProps, 'deed' | 'shiftId' | 'place'> {
  readonly verb: string;
}

function Confirmation({ deed, shiftId, place, verb }: ConfirmationProps) {
  const asked = useProcedure('attendance.getConfirmation', { shiftId, deed }, { refreshEveryMs: REFRESH_MS });
  const request = useCommand('attendance.requestConfirmation', {
    invalidates: ['attendance.getConfirmation'],
  });
  const state = asked.data?.state ?? null;
  const askedAt = asked.data?.askedAt ?? null;
  useEffect(() => {
    if (state === 'confirmed') void invalidateAnswers(CHANGED);
  }, [state]);
  const ask = () => {
    // What went wrong is in `request.error`.
    request.run({ requestId: newRequestId(), shiftId, deed, scene: place }).catch(() => undefined);
  };
  if (state === 'waiting') {
    return (
      <Notice tone="info" title="等组织者确认">
        {`${askedAt === null ? '' : `${formatClock(askedAt)} 已发出请求。`}请告诉现场的组织者，` +
          `他在场次的“协助签到”里点一下就好；确认之前还不算${verb}。`}
      </Notice>
    );
  }
  const words = request.error === null ? null : messageOf(request.error);
  return (
    <>
      {state === 'declined' ? (
        <Notice tone="warning" title="组织者没有确认您在场">
          请当面找到组织者，再请求一次；也可以扫他手机上的签到码。
        </Notice>
      ) : null}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button kind="secondary" icon="people" isLoading={request.isRunning} onPress={ask}>
        定不了位，请组织者确认
      </Button>
    </>
  );
}
