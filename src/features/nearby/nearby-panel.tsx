/** 附近的场次: a position is read when somebody asks for it, rounded, and kept on this screen only (NM3). */
import { useState } from 'react';

import { SPANS, type Span } from '@contract/nearby.contract';
import type { OutputOf } from '@contract/procedures';
import { REACHES, type Reach } from '@domain/geography/cells';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDistance, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { homeRoute, shiftRoute } from '@/lib/routes';
import { useSuitsMe } from '@/lib/suits-me';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { readLocation, type LocationReading } from '@/platform/location';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Stack, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

interface Here {
  readonly latitude: number;
  readonly longitude: number;
}
type Failure = Exclude<LocationReading, { ok: true }>['reason'];

const FAILURE_WORDS: Readonly<Record<Failure, string>> = {
  permissionDenied: '没有定位权限。请在手机设置里允许定位后再试，或在首页按时间看活动。',
  unavailable: '这里定不了位。请到开阔处再试，或在首页按时间看活动。',
  timeout: '定位太慢，没有等到结果。请再试一次，或在首页按时间看活动。',
};
const REACH_WORDS: Readonly<Record<Reach, string>> = { near: '1 公里', middle: '5 公里', far: '20 公里' };
const SPAN_WORDS: Readonly<Record<Span, string>> = { today: '今天', week: '7 天内', any: '不限时间' };

/** About a hundred metres: enough to say what is near, too coarse to say who lives where. */
const rounded = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;

export function NearbyPanel() {
  const [here, setHere] = useState<Here | null>(null);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async (): Promise<void> => {
    setReading(true);
    setFailure(null);
    const reading = await readLocation();
    setReading(false);
    if (reading.ok) setHere({ latitude: rounded(reading.latitude), longitude: rounded(reading.longitude) });
    else setFailure(reading.reason);
  };
  if (here !== null) return <NearbyShifts here={here} />;
  return (
    <Card>
      <Paragraph>
        用一次您的位置，找附近还没开始的场次。位置只用来算距离，不保存，也不和您的姓名放在一起。
      </Paragraph>
      {failure === null ? null : (
        <Notice tone="warning" next={{ text: '回首页看活动', onPress: () => openRoute(homeRoute) }}>
          {FAILURE_WORDS[failure]}
        </Notice>
      )}
      <Button size="large" icon="place" isLoading={isReading} onPress={() => void read()}>
        用我的位置找
      </Button>
    </Card>
  );
}

function NearbyShifts({ here }: { here: Here }) {
  const [reach, setReach] = useState<Reach>('middle');
  const [span, setSpan] = useState<Span>('week');
  return (
    <>
      <Segmented
        label="多远以内"
        value={reach}
        options={REACHES.map((value) => ({ value, text: REACH_WORDS[value] }))}
        onChange={setReach}
      />
      <Segmented
        label="什么时候"
        value={span}
        options={SPANS.map((value) => ({ value, text: SPAN_WORDS[value] }))}
        onChange={setSpan}
      />
      <Found key={`${reach} ${span}`} here={here} reach={reach} span={span} />
    </>
  );
}

function Found({ here, reach, span }: { here: Here; reach: Reach; span: Span }) {
  const now = useNow(60_000);
  const suitsMe = useSuitsMe();
  const key = `${String(here.latitude)} ${String(here.longitude)} ${reach} ${span}`;
  const pages = usePages('activity.listNearby', key, (cursor) => ({ ...here, reach, span, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
      {(found) => {
        const shifts = found.flatMap((page) => page.shifts);
        return (
          <>
            {shifts.length === 0 ? (
              <EmptyState
                icon="place"
                title="这个范围里现在没有"
                text="换远一些或时间长一些再看，或在首页按时间看全市的活动。"
                next={{ text: '回首页看活动', onPress: () => openRoute(homeRoute) }}
              />
            ) : (
              <List>
                {shifts.map((shift) => (
                  <ShiftRow key={shift.shiftId} shift={shift} now={now} isMine={suitsMe.shift(shift)} />
                ))}
              </List>
            )}
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

type Nearby = OutputOf<'activity.listNearby'>['shifts'][number];

function seatsText({ capacity, takenCount }: Nearby): string {
  if (capacity === null) return '不限名额';
  return takenCount >= capacity ? '已满，可候补' : `还剩 ${String(capacity - takenCount)} 个名额`;
}

function ShiftRow({ shift, now, isMine }: { shift: Nearby; now: number; isMine: boolean }) {
  const period = formatPeriod(shift.startsAt, shift.endsAt, now);
  return (
    <ListRow
      title={shift.title}
      detail={[period, shift.place.name, seatsText(shift)].join(' · ')}
      value={
        isMine ? (
          <Stack isTight>
            {formatDistance(shift.distanceMeters)}
            <Tag tone="green">适合您</Tag>
          </Stack>
        ) : (
          formatDistance(shift.distanceMeters)
        )
      }
      onPress={() => openRoute(shiftRoute(shift.shiftId))}
    />
  );
}
