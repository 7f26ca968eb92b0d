/** 邀请 (WK5): up to three shifts that fit whoever opens it; coming, or not being asked, is one tap. */
import { useCallback, useEffect, useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { CardSkeleton } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { ReminderOffer } from '@/lib/reminder-offer';
import { newRequestId } from '@/lib/request-id';
import { homeRoute, invitationRoute, nearbyRoute, registerRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useCommand } from '@/lib/use-procedure';
import { readLocation } from '@/platform/location';
import { Button } from '@/ui/button';
import { Card, Paragraph, Stack } from '@/ui/layout';
import { EmptyState, ErrorState, Notice } from '@/ui/states';

import { OfferCard, type Here } from './offer-card';
import { PauseButtons } from './pause-buttons';

type Opened = OutputOf<'invitation.open'>;

export function InvitationPanel({ wakeId }: { wakeId: string }) {
  const me = useMe();
  if (me.data === undefined && me.error === null) return <CardSkeleton lines={4} />;
  return isRegistered(me.data) ? <Opening wakeId={wakeId} /> : <Stranger wakeId={wakeId} />;
}

/** Who is not registered yet is no mistake: the link was passed on. */
function Stranger({ wakeId }: { wakeId: string }) {
  return (
    <>
      <EmptyState
        icon="people"
        title="来做一次志愿服务吧"
        text="注册只要一两分钟。注册后回到这里，看适合您的场次；也可以先看看有什么活动。"
      />
      <Stack isTight>
        <Button onPress={() => openRoute(registerRoute(invitationRoute(wakeId)))}>去注册</Button>
        <Button kind="secondary" onPress={() => openRoute(nearbyRoute)}>
          看附近的场次
        </Button>
        <Button kind="secondary" onPress={() => openRoute(homeRoute)}>
          看全部活动
        </Button>
      </Stack>
    </>
  );
}

/** Opening it is told once for each time it is shown: the office counts who looked. */
function Opening({ wakeId }: { wakeId: string }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { run, error } = useCommand('invitation.open', {});
  const open = useCallback((): void => {
    // What went wrong is shown below.
    run({ requestId: newRequestId(), wakeId }).then(setOpened, () => undefined);
  }, [run, wakeId]);
  useEffect(open, [open]);
  if (opened !== null) return <Invitation opened={opened} />;
  if (error === null) return <CardSkeleton lines={5} />;
  const { title, nextStep } = messageOf(error);
  if (error.isUndecided) return <ErrorState title={title} text={nextStep} onRetry={open} />;
  return (
    <EmptyState
      title={title}
      text={nextStep}
      next={{ text: '看全部活动', onPress: () => openRoute(homeRoute) }}
    />
  );
}

function Invitation({ opened: { isMine, offers } }: { opened: Opened }) {
  const [here, setHere] = useState<Here | null>(null);
  if (offers.length === 0)
    return (
      <>
        <EmptyState
          icon="time"
          title="现在没有特别合适的场次"
          text="您附近的场次可能满了，或和您已报的时间冲突。可以看看别的活动。"
          next={{ text: '看全部活动', onPress: () => openRoute(homeRoute) }}
        />
        {isMine ? <PauseButtons /> : null}
      </>
    );
  return (
    <>
      <Paragraph>
        {isMine
          ? '好久不见。下面的场次离您家近，时间不冲突，还有名额。合适就来，不来也没关系。'
          : '下面的场次离您家近，时间不冲突，还有名额。合适就来。'}
      </Paragraph>
      {offers.map((offer) => (
        <OfferCard key={offer.shift.shiftId} offer={offer} here={here} />
      ))}
      {here === null ? <DistanceCard onFound={setHere} /> : null}
      <Button kind="text" onPress={() => openRoute(homeRoute)}>
        看全部活动
      </Button>
      {isMine ? (
        <>
          <ReminderOffer occasion={{ kind: 'invited' }} isAlone />
          <PauseButtons />
        </>
      ) : null}
    </>
  );
}

/** The position stays on the phone: it is compared here with where the shifts are (NM3). */
function DistanceCard({ onFound }: { onFound: (here: Here) => void }) {
  const [isReading, setReading] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const read = async (): Promise<void> => {
    setReading(true);
    const reading = await readLocation();
    setReading(false);
    setFailed(!reading.ok);
    if (reading.ok) onFound({ latitude: reading.latitude, longitude: reading.longitude });
  };
  return (
    <Card>
      <Paragraph isSoft>想知道离您多远？位置只在这部手机上算距离，不发送，也不保存。</Paragraph>
      {isFailed ? <Notice tone="warning">没有读到位置。请在手机设置里允许定位后再试。</Notice> : null}
      <Button kind="secondary" icon="place" isLoading={isReading} onPress={() => void read()}>
        看离我多远
      </Button>
    </Card>
  );
}
