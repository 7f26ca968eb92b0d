/** 久未服务的村 (DM7): never and longest ago first, one tap from an order or an activity. */
import { useState } from 'react';

import type { QuietRow } from '@contract/demand.contract';
import { SERVED_DAYS } from '@domain/statistics/measure';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { DivisionSelect } from '@/lib/division-select';
import { formatAsOf, formatCount, formatDay } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { newOrderRoute, plannedActivityRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

export function QuietPanel() {
  const [chosen, setChosen] = useState('');
  const divisionCode = chosen === '' ? null : chosen;
  const pages = usePages('demand.listQuietCommunities', chosen, (cursor) => ({ divisionCode, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const [first] = found;
        const rows = found.flatMap((page) => page.rows);
        return (
          <>
            {first?.counts === null || chosen !== '' ? (
              <DivisionSelect label="县（市）" parentCode={null} value={chosen} onChange={setChosen} />
            ) : null}
            {first === undefined || first.counts === null ? (
              <EmptyState icon="place" title="先选县（市）" text="每个县（市）的村分别排列。" />
            ) : (
              <>
                <Paragraph>{summaryOf(first.divisionName, first.counts)}</Paragraph>
                <Paragraph isSoft isSmall>
                  {`按有服务记录的场次算，${formatAsOf(first.asOf)}。`}
                </Paragraph>
                {rows.map((row) => (
                  <QuietCard key={row.divisionCode} row={row} />
                ))}
                {rows.length === 0 ? (
                  <EmptyState icon="done" title="这里没有村" text="这里没有划为乡村的村级单位。" />
                ) : null}
                <MoreButton of={pages} />
              </>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function summaryOf(
  divisionName: string,
  { communityCount, quietCount }: { communityCount: number; quietCount: number },
): string {
  const days = String(SERVED_DAYS);
  return `${divisionName}的 ${formatCount(communityCount)} 个村里，${formatCount(quietCount)} 个村 ${days} 天没有服务了。`;
}

function QuietCard({ row }: { row: QuietRow }) {
  const { divisionCode, name, townshipName, lastDay, quietDays, waitingCount } = row;
  const isQuiet = quietDays === null || quietDays >= SERVED_DAYS;
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{`${townshipName} · ${name}`}</Heading>
        <Tag tone={isQuiet ? 'amber' : 'green'}>
          {quietDays === null ? '从来没有' : `${formatCount(quietDays)} 天前`}
        </Tag>
      </Row>
      <Paragraph isSoft>
        {lastDay === null ? '还从来没有举办过活动' : `最近一次 ${formatDay(lastDay)}`}
      </Paragraph>
      {waitingCount === 0 ? null : <Paragraph>{`${formatCount(waitingCount)} 张单在等队伍`}</Paragraph>}
      <Row>
        <DeedButton text="代点单" about={name} onPress={() => openRoute(newOrderRoute(divisionCode))} />
        <DeedButton
          text="去安排活动"
          about={name}
          onPress={() => openRoute(plannedActivityRoute({ community: divisionCode }))}
        />
      </Row>
    </Card>
  );
}
