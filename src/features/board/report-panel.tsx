/** 统计报告: one division over one period, for reading and for paper (EX7). */
import { useState } from 'react';

import type { Report } from '@contract/export.contract';
import { RANKINGS, type Figure, type RankingId } from '@contract/statistics.contract';
import { MEASURES, type MeasureId } from '@domain/statistics/measure';
import { isCivilDay } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { boardRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { canPrint, printPage } from '@/platform/print';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/field';
import { Heading, Image, Text, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { formatBoardClock } from './board-clock';
import { fractionText, reasonOf, titleOf, unitText, valueText } from './figure-text';
import { ReportRanking } from './report-ranking';
import { periodChangeText } from './report-text';
import './report.scss';
import { lineAddress, pictureOf } from './trend-line';

const RANKING_OPTIONS = RANKINGS.map((value) => ({ value, text: titleOf(value) }));

export interface ReportPanelProps {
  readonly divisionCode: string | undefined;
  readonly fromDay: string | undefined;
  readonly toDay: string | undefined;
}

export function ReportPanel({ divisionCode, fromDay, toDay }: ReportPanelProps) {
  if (divisionCode === undefined || !isCivilDay(fromDay ?? '') || !isCivilDay(toDay ?? '')) {
    return (
      <EmptyState
        icon="info"
        title="没有说明是哪个区划、哪段时间的报告"
        text="请从数据看板点“导出”，选好区划和期间，再点“看统计报告”。"
        next={{ text: '去看板', onPress: () => openRoute(boardRoute) }}
      />
    );
  }
  return <ReportOf divisionCode={divisionCode} fromDay={fromDay ?? ''} toDay={toDay ?? ''} />;
}

function ReportOf(input: { divisionCode: string; fromDay: string; toDay: string }) {
  const answer = useProcedure('export.getReport', input);
  const [ranking, setRanking] = useState<RankingId>('activityRate.CUM');
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={10} />}>
      {(report) => (
        <View className="report">
          <ReportHead report={report} ranking={ranking} onRanking={setRanking} />
          <Headline report={report} />
          <Trends report={report} measures={['registered', ranking, 'serviceHours']} />
          <ReportRanking report={report} ranking={ranking} />
          <Definitions report={report} />
        </View>
      )}
    </Answer>
  );
}

interface ReportHeadProps {
  readonly report: Report;
  readonly ranking: RankingId;
  readonly onRanking: (ranking: RankingId) => void;
}

function ReportHead({ report, ranking, onRanking }: ReportHeadProps) {
  const { divisionName, fromDay, toDay, beforeDay, asOf } = report;
  return (
    <View className="report-head">
      <Heading level={2} className="report-title">
        {`${divisionName}志愿服务统计报告`}
      </Heading>
      <Text className="report-soft">
        {`${formatDay(fromDay)} 至 ${formatDay(toDay)} · ${formatBoardClock({ asOf, day: toDay })}`}
      </Text>
      <Text className="report-soft">{`期间变化：与 ${formatDay(beforeDay)} 24:00 相比`}</Text>
      <View className="report-tools xf-no-print">
        <SelectField
          label="按哪个数排名"
          value={ranking}
          options={RANKING_OPTIONS}
          onChange={(next) => {
            onRanking(RANKINGS.find((known) => known === next) ?? ranking);
          }}
        />
        {canPrint ? (
          <Button kind="secondary" size="small" onPress={printPage}>
            打印
          </Button>
        ) : null}
      </View>
    </View>
  );
}

function Headline({ report }: { report: Report }) {
  return (
    <View className="report-part">
      <Heading level={3} className="report-part__title">
        主要数字
      </Heading>
      <View className="report-table report-table--figures" role="table" label="主要数字">
        <View className="report-row report-row--head" role="row">
          {['指标', '期末', '期间变化', '分子 ÷ 分母'].map((head) => (
            <Text key={head} className="report-cell" role="columnheader">
              {head}
            </Text>
          ))}
        </View>
        {report.figures.map(({ now, before }) => (
          <View key={now.measure} className="report-row" role="row">
            <Text className="report-cell" role="cell">
              {titleOf(now.measure)}
            </Text>
            <Text className="report-cell report-cell--strong" role="cell">
              {`${valueText(now)} ${unitText(now)}`}
            </Text>
            <View className="report-cell" role="cell">
              <Text className="report-cell__name">期间变化 </Text>
              <Text>{periodChangeText(now, before)}</Text>
            </View>
            <Text className="report-cell report-cell--soft" role="cell">
              {reasonOf(now) ?? fractionText(now) ?? ''}
            </Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Trends({ report, measures }: { report: Report; measures: readonly MeasureId[] }) {
  if (report.points.length < 2) return null;
  return (
    <View className="report-part">
      <Heading level={3} className="report-part__title">
        走势
      </Heading>
      <View className="report-trends">
        {measures.map((measure) => (
          <SmallTrend key={measure} report={report} measure={measure} />
        ))}
      </View>
    </View>
  );
}

function SmallTrend({ report, measure }: { report: Report; measure: MeasureId }) {
  const index = report.measures.findIndex((known) => known === measure);
  const points = report.points.flatMap(({ day, figures }) => {
    const figure = figures[index];
    return figure === undefined ? [] : [{ day, figure, targetId: null }];
  });
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined) return null;
  const textOf = (figure: Figure): string => `${valueText(figure)}${unitText(figure)}`;
  return (
    <View className="report-trend">
      <Text className="report-trend__title">{titleOf(measure)}</Text>
      <Image
        className="report-trend__line"
        src={lineAddress(pictureOf({ points, targets: [] }).places)}
        alt=""
        fit="fill"
      />
      <View className="report-trend__ends">
        <Text>{`${first.day.slice(0, 7)}：${textOf(first.figure)}`}</Text>
        <Text>{`${last.day.slice(0, 7)}：${textOf(last.figure)}`}</Text>
      </View>
    </View>
  );
}

function definitionText(measure: MeasureId): string {
  const { rule, version, definition } = MEASURES[measure];
  return `${titleOf(measure)}（${rule}，第 ${String(version)} 版）：${definition}`;
}

function Definitions({ report }: { report: Report }) {
  const sources = report.figures.flatMap(({ now }) =>
    now.source === null ? [] : [`常住人口：${String(now.populationYear)} 年，${now.source}`],
  );
  return (
    <View className="report-part">
      <Heading level={3} className="report-part__title">
        口径
      </Heading>
      {report.measures.map((measure) => (
        <Text key={measure} className="report-definition">
          {definitionText(measure)}
        </Text>
      ))}
      {['“—”：没有分母，不计算，不等于 0。', '走势图纵轴从最低到最高，不从 0 起。', ...sources].map(
        (note) => (
          <Text key={note} className="report-definition">
            {note}
          </Text>
        ),
      )}
    </View>
  );
}
