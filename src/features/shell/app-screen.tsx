/**
 * The frame of every page of the app: ui/Screen with what only this app knows, and told what waits to be
 * sent.
 */
import { Fragment, useEffect, useSyncExternalStore } from 'react';

import { arrivalOfText } from '@domain/link/link';
import { noteArrival } from '@/lib/arrival';
import { useIdentity } from '@/lib/identity-store';
import { messageOf } from '@/lib/messages.zh-CN';
import type { KeptProcedure } from '@/lib/outbox-core';
import { lateRefusals } from '@/lib/replay-outbox';
import { useOutbox } from '@/lib/use-outbox';
import { useCurrentPath, usePageParams } from '@/platform/navigation';
import type { PagePath } from '@/platform/pages';
import { isSinglePage } from '@/platform/single-page';
import { Screen, type ScreenProps } from '@/ui/screen';
import { Notice } from '@/ui/states';

const DEEDS: Readonly<Record<KeptProcedure, string>> = {
  'attendance.checkIn': '签到',
  'attendance.checkOut': '签退',
  'attendance.tick': '点到',
  'outcome.countSample': '取样',
  'attendance.enrol': '报名',
  'attendance.cancelEnrolment': '取消报名',
  'message.recordChoices': '提醒设置',
};

const LANDING: PagePath = '/pages/landing/index';

export type AppScreenProps = Omit<ScreenProps, 'queuedCount'>;

/** From the timeline or the favourites a page opens itself: `s` beside its own params says the way (LK11). */
function useArrivalOfPage(): void {
  const { s } = usePageParams();
  // Landing tells it itself; a page of the timeline is counted when it is gone on with in the app.
  const isElsewhere = useCurrentPath() === LANDING || isSinglePage();
  useEffect(() => {
    const arrival = s === undefined || isElsewhere ? null : arrivalOfText(s);
    if (arrival !== null && arrival.channel !== null) noteArrival(arrival, false);
  }, [s, isElsewhere]);
}

export function AppScreen({ children, ...props }: AppScreenProps) {
  useArrivalOfPage();
  const waiting = useOutbox();
  const identity = useIdentity();
  return (
    <Screen {...props} queuedCount={waiting.length}>
      <LateRefusals />
      {isSinglePage() ? (
        <Notice tone="info">点下方“前往小程序”，就能报名、签到，看到全部内容。</Notice>
      ) : null}
      {/* Somebody else: whatever was typed or opened on this page begins anew. */}
      <Fragment key={identity}>{children}</Fragment>
    </Screen>
  );
}

/** What was sent later and refused: nobody was looking when the answer came. */
function LateRefusals() {
  const refused = useSyncExternalStore(lateRefusals.subscribe, lateRefusals.get, lateRefusals.get);
  const last = refused.at(-1);
  if (last === undefined) return null;
  const { title, nextStep } = messageOf(last.error);
  const what = DEEDS[last.entry.procedure];
  return (
    <Notice
      tone="warning"
      title={`刚才的${what}没有办成：${title}`}
      next={{ text: '知道了', onPress: lateRefusals.dismiss }}
    >
      {nextStep}
    </Notice>
  );
}
