/** 看板: the division's own figures, then its children ranked; one clock, every figure opens its definition. */
import { useState, type ReactNode } from 'react';

import type { Board, Figure, RankingId } from '@contract/statistics.contract';
import { RANKINGS } from '@contract/statistics.contract';
import type { ActivityMeasure } from '@domain/statistics/measure';

import { formatDay } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { Segmented } from '@/ui/choice';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';
import { Tools } from '@/ui/tools';

import { ActivityChoice, activityOf } from './activity-choice';
import { BoardHead, type OpenDivision, type OpenPlanner } from './board-head';
import { BoardWays } from './board-ways';
import './board.scss';
import './ranking.scss';
import { FigureExplanation } from './figure-explanation';
import { FurtherFigures } from './further-figures';
import { titleOf, valueText } from './figure-text';
import { HeadlineFigures } from './headline-figures';
import { RankingCards } from './ranking-cards';
import { figureOf, rankingOf } from './ranking-rows';
import { RankingTable } from './ranking-table';
import { useBoard, type BoardState } from './use-board';

interface RankingPartProps extends OpenDivision {
  readonly board: Board;
  readonly measure: RankingId;
  readonly activity: ActivityMeasure;
  readonly onMeasure: (measure: RankingId) => void;
}

function RankingPart({ board, measure, activity, onMeasure, onOpenDivision }: RankingPartProps) {
  if (board.children.length === 0) {
    return <Notice tone="info">这里已经是最末一级区划，没有下级排名。</Notice>;
  }
  const ranking = rankingOf(board, measure);
  const options = (['registrationRatio', `activityRate.${activity}`] as const).map((value) => ({
    value,
    text: titleOf(value),
  }));
  const parent = `${board.division.name} ${valueText(ranking.parentFigure)}`;
  return (
    <Section title={`${String(board.children.length)} 个下级区划排名`}>
      <View className="board-choice">
        <Segmented label="按哪个数排名" value={measure} options={options} onChange={onMeasure} />
      </View>
      <View className="board-legend">
        <View className="board-legend__item">
          <View className="board-legend__mark" decorative />
          <Text>{`竖线：${parent}`}</Text>
        </View>
        <Text>{`↑↓：与 ${formatDay(board.growthSinceDay)}相比的名次变动`}</Text>
        <Text>点区划名看它的下级</Text>
      </View>
      <RankingTable board={board} ranking={ranking} onOpenDivision={onOpenDivision} />
      <RankingCards board={board} ranking={ranking} onOpenDivision={onOpenDivision} />
    </Section>
  );
}

function Waiting() {
  return (
    <View className="board">
      <View className="board-tiles">
        {RANKINGS.slice(0, 4).map((key) => (
          <Card key={key}>
            <Skeleton lines={2} />
          </Card>
        ))}
      </View>
      <Card>
        <Skeleton lines={8} />
      </Card>
    </View>
  );
}

function FurtherTools({ board, children }: { board: Board; children: ReactNode }) {
  return (
    <Section title="更多数据">
      <Tools label="更多数据">
        <BoardWays board={board} />
        {children}
      </Tools>
    </Section>
  );
}

function BeforeData({ state }: { state: BoardState }) {
  const { title, nextStep } = messageOf(state.error);
  const backToNow = (): void => {
    state.setDay('');
  };
  return (
    <EmptyState title={title} text={nextStep} icon="board" next={{ text: '回到现在', onPress: backToNow }} />
  );
}

export interface BoardPanelProps extends OpenDivision, OpenPlanner {
  /** null: the division of the office that asks */
  readonly divisionCode: string | null;
  readonly initialMeasure: RankingId;
  readonly onOpenOwn: () => void;
  /** ways to the screens of other features, beside the board's own */
  readonly furtherTools: ReactNode;
}

export function BoardPanel(props: BoardPanelProps) {
  const { divisionCode, onOpenOwn } = props;
  const state = useBoard(divisionCode);
  const board = state.data;
  const message = state.error === null ? null : messageOf(state.error);
  if (state.error?.code === 'statistics.beforeData') return <BeforeData state={state} />;
  if (message !== null && state.error?.isUndecided === false && divisionCode !== null) {
    return (
      <EmptyState
        title={state.error.code === 'division.notFound' ? '没有这个区划' : message.title}
        text="这个区划的看板打不开。您可以从自己负责的区划看起。"
        icon="board"
        next={{ text: '看我负责的区划', onPress: onOpenOwn }}
      />
    );
  }
  if (message !== null && (board === undefined || state.error?.isUndecided === false)) {
    return <ErrorState title={message.title} text={message.nextStep} onRetry={state.refetch} />;
  }
  if (board === undefined) return <Waiting />;
  return <BoardOn {...props} board={board} state={state} staleTitle={message?.title ?? null} />;
}

interface BoardOnProps extends BoardPanelProps {
  readonly board: Board;
  readonly state: BoardState;
  /** why the figures could not be read again; null: they are of now */
  readonly staleTitle: string | null;
}

function BoardOn(props: BoardOnProps) {
  const { board, state, staleTitle, initialMeasure, onOpenDivision, onOpenPlanner, furtherTools } = props;
  const [measure, setMeasure] = useState(initialMeasure);
  const [activity, setActivity] = useState(activityOf(initialMeasure));
  const choose = (next: ActivityMeasure): void => {
    setActivity(next);
    setMeasure(`activityRate.${next}`);
  };
  const [opened, setOpened] = useState<{ figure: Figure; owner: string } | null>(null);
  const open = (figure: Figure, owner: string): void => {
    setOpened({ figure, owner });
  };
  const current = opened === null ? null : currentFigure(board, opened.figure);
  return (
    <View className="board">
      <BoardHead board={board} state={state} onOpenDivision={onOpenDivision} onOpenPlanner={onOpenPlanner} />
      {staleTitle === null ? null : (
        <Notice tone="warning" title={staleTitle} next={{ text: '再读一次', onPress: state.refetch }}>
          下面是上面所写时间的数字，仍然准确，只是没有更新。
        </Notice>
      )}
      <ActivityChoice value={activity} onChange={choose} />
      <HeadlineFigures key={`figures ${board.day}`} board={board} activity={activity} onOpen={open} />
      <FurtherTools board={board}>{furtherTools}</FurtherTools>
      <RankingPart
        key={`ranking ${board.day}`}
        board={board}
        measure={measure}
        activity={activity}
        onMeasure={setMeasure}
        onOpenDivision={onOpenDivision}
      />
      <FurtherFigures key={`further ${board.day}`} board={board} onOpen={open} />
      <Sheet
        isOpen={current !== null}
        title="口径与依据"
        onClose={() => {
          setOpened(null);
        }}
      >
        {current === null ? null : (
          <FigureExplanation figure={current} owner={opened?.owner ?? ''} board={board} />
        )}
      </Sheet>
    </View>
  );
}

/** The opened figure as of now: a sheet that stays open keeps the screen's one clock. */
function currentFigure(board: Board, opened: Figure): Figure {
  return figureOf(board.division, opened.measure);
}
