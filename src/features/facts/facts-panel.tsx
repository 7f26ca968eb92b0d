/** 名单: who makes a figure, masked and page by page, and the figure counted anew from them (ST40). */
import { useState } from 'react';

import type { FactRow, OutputOfFacts } from './facts-text';
import { listedMeasureOf, type ListedMeasure } from '@domain/statistics/membership';
import { MEASURES } from '@domain/statistics/measure';
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { DayChoice } from '@/lib/day-choice';
import { formatCount, formatDay } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { boardRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { usePages, type PagesState } from '@/lib/use-pages';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';
import { Heading } from '@/ui/primitives';

import { amountText, detailOf } from './facts-text';
import { RecountCard } from './recount-card';

const wayToBoard = { text: '去看板选一个数字', onPress: () => openRoute(boardRoute) };

export interface FactsPanelProps {
  readonly divisionCode: string | undefined;
  readonly measure: string | undefined;
  readonly day: string | undefined;
}

export function FactsPanel({ divisionCode, measure, day }: FactsPanelProps) {
  const known = Object.keys(MEASURES).find((name): name is keyof typeof MEASURES => name === measure);
  const listed = known === undefined ? null : listedMeasureOf(known);
  if (divisionCode === undefined || listed === null || day === undefined || !isCivilDay(day)) {
    return (
      <EmptyState
        icon="info"
        title="没有说明是哪个数字"
        text="请从数据看板点开一个数字，再点“查看名单”。"
        next={wayToBoard}
      />
    );
  }
  return <FactsByDay divisionCode={divisionCode} measure={listed} day={day} />;
}

function FactsByDay({ divisionCode, measure, day }: AskedFigure) {
  const today = civilDayOf(serverNow());
  const [chosen, setChosen] = useState<CivilDay | null>(parseCivilDay(day));
  const shown = chosen ?? today;
  return (
    <>
      <DayChoice day={shown === today ? null : shown} onChange={setChosen} />
      <FactsOfFigure key={shown} divisionCode={divisionCode} measure={measure} day={shown} />
    </>
  );
}

export interface AskedFigure {
  readonly divisionCode: string;
  readonly measure: ListedMeasure;
  readonly day: string;
}

function FactsOfFigure(asked: AskedFigure) {
  const { divisionCode, measure, day } = asked;
  const pages = usePages('statistics.listFacts', `${divisionCode} ${measure} ${day}`, (cursor) => ({
    ...asked,
    cursor,
  }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={8} />} wayOn={wayToBoard}>
      {(found) => {
        const [first] = found;
        if (first === undefined) return null;
        return (
          <>
            <Head page={first} measure={measure} />
            <RecountCard asked={asked} />
            <Rows rows={found.flatMap(({ rows }) => rows)} measure={measure} pages={pages} />
          </>
        );
      }}
    </Answer>
  );
}

function Head({ page, measure }: { page: OutputOfFacts; measure: ListedMeasure }) {
  const { title, definition } = MEASURES[measure];
  return (
    <Card>
      <Heading level={2}>{`${page.divisionName} · ${title}`}</Heading>
      <Paragraph isSoft isSmall>{`截至 ${formatDay(page.day)}`}</Paragraph>
      <Paragraph isSmall>{definition}</Paragraph>
    </Card>
  );
}

interface RowsProps {
  readonly rows: readonly FactRow[];
  readonly measure: ListedMeasure;
  readonly pages: PagesState<OutputOfFacts>;
}

function Rows({ rows, measure, pages }: RowsProps) {
  if (rows.length === 0 && !pages.hasMore) {
    return <EmptyState icon="info" title="名单上没有人" text="这个数字是 0，没有人计入。" />;
  }
  const shown = `${formatCount(rows.length)} 人${pages.hasMore ? '，还有更多' : '，已全部列出'}`;
  return (
    <Section title={`名单：${shown}`}>
      <Notice tone="info">姓名已脱敏。您查看名单的时间和范围已记入访问日志。</Notice>
      {rows.length === 0 ? (
        <Paragraph isSoft>前面核对过的人都不在名单上，请继续往下看。</Paragraph>
      ) : (
        <List>
          {rows.map((row, index) => (
            <ListRow
              key={`${String(index)} ${row.maskedName}`}
              title={`${row.maskedName} · ${row.townshipName}`}
              detail={detailOf(row, measure)}
              value={amountText(row, measure)}
            />
          ))}
        </List>
      )}
      <MoreButton of={pages} />
    </Section>
  );
}
