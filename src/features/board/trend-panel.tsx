/** 走势: one figure over 24 months or 31 days; a tap on a point says its exact value. */
import { useState } from 'react';

import { TREND_MEASURES, type Trend, type TrendMeasure } from '@contract/statistics.contract';
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import type { TrendGrain } from '@domain/statistics/trend';

import { Answer, CardSkeleton } from '@/lib/answer';
import { DayChoice } from '@/lib/day-choice';
import { formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { boardRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useProcedure } from '@/lib/use-procedure';
import { Segmented } from '@/ui/choice';
import { SelectField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Heading, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { formatBoardClock } from './board-clock';
import { definitionOf, titleOf } from './figure-text';
import { TrendChart } from './trend-chart';
import './board.scss';
import './trend.scss';

const GRAINS = [
  { value: 'month', text: '按月（24 个月）' },
  { value: 'day', text: '按日（31 天）' },
] as const;
const MEASURE_OPTIONS = TREND_MEASURES.map((value) => ({ value, text: titleOf(value) }));

function measureOf(name: string | undefined): TrendMeasure | undefined {
  return TREND_MEASURES.find((known) => known === name);
}

export interface TrendPanelProps {
  readonly divisionCode: string | undefined;
  readonly measure: string | undefined;
  readonly day: string | undefined;
}

export function TrendPanel({ divisionCode, measure, day }: TrendPanelProps) {
  const known = measureOf(measure);
  if (divisionCode === undefined || known === undefined || day === undefined || !isCivilDay(day)) {
    return (
      <EmptyState
        icon="info"
        title="没有说明看哪个数字的走势"
        text="请从数据看板点开一个数字，再点“看走势”。"
        next={{ text: '去看板选一个数字', onPress: () => openRoute(boardRoute) }}
      />
    );
  }
  return <TrendOf divisionCode={divisionCode} initialMeasure={known} initialDay={parseCivilDay(day)} />;
}

interface TrendOfProps {
  readonly divisionCode: string;
  readonly initialMeasure: TrendMeasure;
  readonly initialDay: CivilDay;
}

function TrendOf({ divisionCode, initialMeasure, initialDay }: TrendOfProps) {
  const [chosenDay, setDay] = useState<CivilDay | null>(initialDay);
  const day = chosenDay ?? civilDayOf(serverNow());
  const [measure, setMeasure] = useState(initialMeasure);
  const [grain, setGrain] = useState<TrendGrain>('month');
  const answer = useProcedure('statistics.getTrend', { divisionCode, measure, grain, day });
  return (
    <View className="board">
      <View className="board-choices trend-choices">
        <SelectField
          label="看哪个数字"
          value={measure}
          options={MEASURE_OPTIONS}
          onChange={(next) => {
            setMeasure(measureOf(next) ?? measure);
          }}
        />
        <Segmented label="按月还是按日" value={grain} options={GRAINS} onChange={setGrain} />
        <DayChoice day={day === civilDayOf(serverNow()) ? null : day} onChange={setDay} />
      </View>
      <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
        {(trend) => <TrendCard key={`${measure} ${grain}`} trend={trend} measure={measure} />}
      </Answer>
    </View>
  );
}

function TrendCard({ trend, measure }: { trend: Trend; measure: TrendMeasure }) {
  const [first, last] = [trend.points[0], trend.points[trend.points.length - 1]];
  if (first === undefined || last === undefined) return null;
  const clock = formatBoardClock({ asOf: trend.asOf, day: last.day });
  return (
    <Card>
      <Heading level={2}>{`${trend.divisionName} · ${titleOf(measure)}`}</Heading>
      <Paragraph isSoft isSmall>
        {`${formatDay(first.day)} 至 ${formatDay(last.day)} · ${clock}`}
      </Paragraph>
      <TrendChart trend={trend} />
      <Paragraph isSmall>{definitionOf(measure).definition}</Paragraph>
    </Card>
  );
}
