/** 公开统计: the city and its counties as anybody may see them, with definitions and as-of (ST4, ST23). */
import type { PublicBoard, PublicRow } from '@contract/statistics.contract';
import { MEASURES } from '@domain/statistics/measure';
import { SMALLEST_SHOWN_PERSONS } from '@domain/statistics/suppression';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatAsOf, formatCount } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { publicSupplementsRoute } from '@/lib/routes';
import { SendLink } from '@/lib/share-panel';
import { useProcedure } from '@/lib/use-procedure';
import { useShareLink } from '@/lib/use-share-link';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';

import './public-board.scss';

const HIDDEN = '＊';

interface Column {
  readonly title: string;
  readonly unit: string;
  readonly textOf: (row: PublicRow) => string;
}

const shown = (count: number | null): string => (count === null ? HIDDEN : formatCount(count));
const COLUMNS: readonly Column[] = [
  { title: '注册', unit: '人', textOf: ({ registered }) => shown(registered) },
  { title: '活跃', unit: '人', textOf: ({ activeCum }) => shown(activeCum) },
  {
    title: '时长',
    unit: '小时',
    textOf: ({ serviceMinutes }) => shown(serviceMinutes === null ? null : Math.floor(serviceMinutes / 60)),
  },
  { title: '品牌', unit: '项目', textOf: ({ brandProjectCount }) => formatCount(brandProjectCount) },
];

const LINK = { kind: 'statistics' } as const;

export function PublicBoardPanel() {
  const answer = useProcedure('statistics.getPublicBoard', {}, { isKept: true });
  const name = answer.data?.total.name;
  useShareLink(name === undefined ? undefined : { link: LINK, title: `${name}志愿服务统计` });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={10} />}>
      {(board) => (
        <>
          <Section title={`${board.total.name}和 ${formatCount(board.counties.length)} 个县（市）`}>
            <Card>
              <Paragraph isSoft isSmall>
                {formatAsOf(board.asOf)}
              </Paragraph>
              <Table board={board} />
              <Paragraph isSoft isSmall>
                {`${HIDDEN}：不足 ${String(SMALLEST_SHOWN_PERSONS)} 人的数，以及为防止由合计推算而一并隐去的数，不公开。`}
              </Paragraph>
            </Card>
          </Section>
          <Button kind="secondary" onPress={() => openRoute(publicSupplementsRoute)}>
            看补录公示
          </Button>
          <SendLink link={LINK} />
          <Definitions />
        </>
      )}
    </Answer>
  );
}

function Table({ board }: { board: PublicBoard }) {
  return (
    <View className="public-table" role="table" label="各县（市）志愿服务统计">
      <View className="public-row public-row--head" role="row">
        <Text className="public-row__name" role="columnheader">
          地区
        </Text>
        {COLUMNS.map(({ title, unit }) => (
          <View key={title} className="public-row__cell" role="columnheader">
            <Text>{title}</Text>
            <Text className="public-row__unit">{unit}</Text>
          </View>
        ))}
      </View>
      <TableRow row={board.total} name="合计" isTotal />
      {board.counties.map((row) => (
        <TableRow key={row.divisionCode} row={row} name={row.name} />
      ))}
    </View>
  );
}

function TableRow({ row, name, isTotal = false }: { row: PublicRow; name: string; isTotal?: boolean }) {
  return (
    <View className={`public-row ${isTotal ? 'public-row--total' : ''}`} role="row">
      <Text className="public-row__name" role="cell">
        {name}
      </Text>
      {COLUMNS.map(({ title, textOf }) => (
        <Text key={title} className="public-row__cell" role="cell">
          {textOf(row)}
        </Text>
      ))}
    </View>
  );
}

function Definitions() {
  const entries = [
    ['注册', MEASURES.registered.definition],
    ['活跃', MEASURES['active.CUM'].definition],
    ['时长', MEASURES.serviceHours.definition],
    ['品牌项目', '截至日认定仍在有效期内的项目，按申报的县（市）归属。'],
  ] as const;
  return (
    <Section title="这些数怎么算">
      <Card>
        {entries.map(([term, text]) => (
          <View key={term} className="xf-definition">
            <Text className="xf-definition__term">{term}</Text>
            <Text>{text}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}
