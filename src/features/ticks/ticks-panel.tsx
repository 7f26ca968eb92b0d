/** 离线点名 of a shift: tick who is there, vouch for late scans, see which codes were tried again. */
import { useState } from 'react';

import type { TickPerson } from '@contract/ticks.contract';
import { CardSkeleton } from '@/lib/answer';
import { toApiError, type ApiError } from '@/lib/api-error';
import { formatCount, formatPeriod } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { rotatingCodeRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { EmptyState, ErrorState, Notice } from '@/ui/states';

import { LateVisits } from './late-visits';
import { nameOf, standingOf } from './person-standing';
import { Replays } from './replays';
import { useTicks, type TickRoster, type Tick } from './use-ticks';

export function TicksPanel({ shiftId }: { shiftId: string }) {
  const roster = useTicks(shiftId);
  return (
    <>
      <ShiftHead shiftId={shiftId} />
      <LateVisits shiftId={shiftId} />
      <People roster={roster} shiftId={shiftId} />
      <Replays shiftId={shiftId} />
    </>
  );
}

function ShiftHead({ shiftId }: { shiftId: string }) {
  const { data } = useProcedure('activity.getShift', { shiftId }, { isKept: true });
  const now = useNow(60_000);
  if (data === undefined) return null;
  const { shift } = data;
  return (
    <Card>
      <Heading level={2}>{shift.title}</Heading>
      <Paragraph
        isSoft
      >{`${formatPeriod(shift.startsAt, shift.endsAt, now)} · ${shift.place.name}`}</Paragraph>
      <Paragraph isSoft isSmall>
        名册存在这部手机里，没有网络也能点到，联网后自动上传。只靠点到的记为代签；本人扫过码的，点到就是认可。
      </Paragraph>
    </Card>
  );
}

function People({ roster, shiftId }: { roster: TickRoster; shiftId: string }) {
  const { people, error } = roster;
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  if (people === null) {
    if (error === null) return <CardSkeleton lines={6} />;
    const { title, nextStep } = messageOf(error);
    const isOffline = error.code.startsWith('network.');
    const text = isOffline ? '名册第一次打开需要网络；打开过一次之后，没有网络也能点到。' : nextStep;
    return <ErrorState title={title} text={text} onRetry={roster.refetch} />;
  }
  if (people.length === 0) {
    return (
      <EmptyState
        icon="people"
        title="还没有人报名"
        text="有人报名或签到后会列在这里；没有报名的人到场，请扫签到码。"
        next={{ text: '打开签到码', onPress: () => openRoute(rotatingCodeRoute(shiftId)) }}
      />
    );
  }
  const tick = (person: TickPerson, deed: Tick['deed']) => {
    setRefusal(null);
    roster.tick(person, deed).catch((thrown: unknown) => setRefusal(toApiError(thrown)));
  };
  const here = people.filter((person) => standingOf(person, roster.waiting).next !== 'checkIn').length;
  return (
    <Section title={`名册，${formatCount(here)} / ${formatCount(people.length)} 人到场`}>
      {roster.waiting.length === 0 ? null : (
        <Notice tone="info">{`${formatCount(roster.waiting.length)} 次点到已保存，联网后自动上传。`}</Notice>
      )}
      {error === null || error.isUndecided ? null : (
        <Notice tone="warning" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      {refusal === null ? null : (
        <Notice tone="error" title={messageOf(refusal).title}>
          {messageOf(refusal).nextStep}
        </Notice>
      )}
      <List>
        {people.map((person) => (
          <PersonRow key={person.volunteerId} person={person} waiting={roster.waiting} onTick={tick} />
        ))}
      </List>
    </Section>
  );
}

const TICK_WORDS: Readonly<Record<Tick['deed'], string>> = { checkIn: '记到场', checkOut: '记离场' };

interface PersonRowProps {
  readonly person: TickPerson;
  readonly waiting: readonly Tick[];
  readonly onTick: (person: TickPerson, deed: Tick['deed']) => void;
}

function PersonRow({ person, waiting, onTick }: PersonRowProps) {
  const { next, text } = standingOf(person, waiting);
  return (
    <ListRow
      title={nameOf(person)}
      detail={text}
      value={
        next === null ? undefined : (
          <Button
            kind="secondary"
            size="small"
            label={`${nameOf(person)}，${TICK_WORDS[next]}`}
            onPress={() => onTick(person, next)}
          >
            {TICK_WORDS[next]}
          </Button>
        )
      }
    />
  );
}
