/** 举办的场次 (ST20): the facts behind the figures by place, each shift counted anew from its records. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import type { HeldShiftRow } from '@contract/supply.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { askedOf, NotAsked, wayToBoard, type Asked, type AskedParams } from './asked-board';
import { formatBoardClock } from './board-clock';
import './board.scss';

type Page = OutputOf<'statistics.listHeldShifts'>;
const CHOICES = [
  { value: 'all', text: '全部场次' },
  { value: 'rural', text: '乡村场次' },
] as const;
const SETTLEMENT_WORDS = { rural: '乡村', urban: '城镇' } as const;

export function HeldShiftsPanel({ isRuralOnly, ...params }: AskedParams & { isRuralOnly: boolean }) {
  const asked = askedOf(params);
  return asked === null ? <NotAsked /> : <HeldShiftsOf {...asked} isRuralFirst={isRuralOnly} />;
}

function HeldShiftsOf({ divisionCode, day, isRuralFirst }: Asked & { isRuralFirst: boolean }) {
  const [choice, setChoice] = useState<'all' | 'rural'>(isRuralFirst ? 'rural' : 'all');
  const isRuralOnly = choice === 'rural';
  const pages = usePages('statistics.listHeldShifts', `${divisionCode} ${day} ${choice}`, (cursor) => ({
    divisionCode,
    day,
    isRuralOnly,
    cursor,
  }));
  return (
    <View className="board">
      <View className="board-choices">
        <Segmented label="看哪些场次" value={choice} options={CHOICES} onChange={setChoice} />
      </View>
      <Answer of={pages} skeleton={<CardSkeleton lines={8} />} wayOn={wayToBoard}>
        {(found) => {
          const [first] = found;
          if (first === undefined) return null;
          const rows = found.flatMap((page) => page.rows);
          return (
            <>
              <Head first={first} pages={found} hasMore={pages.hasMore} />
              <Section title={`${formatCount(rows.length)} 场${pages.hasMore ? '，还有更多' : ''}`}>
                <Rows rows={rows} hasMore={pages.hasMore} />
                <MoreButton of={pages} />
              </Section>
            </>
          );
        }}
      </Answer>
    </View>
  );
}

function Head({ first, pages, hasMore }: { first: Page; pages: readonly Page[]; hasMore: boolean }) {
  const { published } = first;
  const shiftCount = pages.reduce((sum, page) => sum + page.counted.shiftCount, 0);
  const minutes = pages.reduce((sum, page) => sum + page.counted.minutes, 0);
  const isSame = shiftCount === published.shiftCount && minutes === published.minutes;
  const soFar = `由记录重新计数：${formatCount(shiftCount)} 场，${formatMinutes(minutes)}`;
  return (
    <Card>
      <Heading level={2}>{`${first.divisionName} · 举办的场次`}</Heading>
      <Paragraph isSoft isSmall>
        {formatBoardClock(first)}
      </Paragraph>
      <Paragraph>
        {`公布：${formatCount(published.shiftCount)} 场，${formatMinutes(published.minutes)}。`}
      </Paragraph>
      <Paragraph isSmall>
        {hasMore
          ? `${soFar}，还没有数完。`
          : `${soFar}，${isSame ? '与公布一致。' : '与公布不一致，请看数据核对。'}`}
      </Paragraph>
      <Paragraph isSoft isSmall>
        举办：至少一人有已确认的服务记录；按服务地点归属，以场次结束的日期为准。
      </Paragraph>
    </Card>
  );
}

function Rows({ rows, hasMore }: { rows: readonly HeldShiftRow[]; hasMore: boolean }) {
  if (rows.length === 0 && hasMore) return <Paragraph isSoft>前面没有符合的场次，请继续往下看。</Paragraph>;
  if (rows.length === 0) {
    return <EmptyState icon="info" title="还没有举办过场次" text="有人完成签到签退后，场次就出现在这里。" />;
  }
  return (
    <List>
      {rows.map((row) => (
        <ListRow
          key={row.shiftId}
          title={`${formatDay(row.day)} ${row.title}`}
          detail={[
            `${formatCount(row.people)} 人服务，共 ${formatMinutes(row.minutes)} · ${row.projectTitle}`,
            `${row.placeName}（${row.divisionName}）`,
          ]}
          value={row.settlement === null ? <Tag>未分类</Tag> : <Tag>{SETTLEMENT_WORDS[row.settlement]}</Tag>}
        />
      ))}
    </List>
  );
}
