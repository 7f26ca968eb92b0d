/** Where one is, as of when, and the two things one can change: the day, and reading again now. */
import type { Board } from '@contract/statistics.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { levelOf } from '@domain/geography/division';

import { FIRST_DAY } from '@/lib/first-day';
import { openRoute } from '@/lib/open-route';
import { exportRoute } from '@/lib/routes';
import { Button } from '@/ui/button';
import { DateInput, Heading, Pressable, Text, View } from '@/ui/primitives';

import { formatBoardClock } from './board-clock';
import { BOARD_REFRESH_MS, type BoardState } from './use-board';
import { useMayOpen } from './use-may-open';

const LEVEL_NAMES = {
  city: '全市（州）',
  county: '县（市、区）',
  township: '乡镇（街道）',
  community: '村（社区）',
} as const;

export interface OpenDivision {
  readonly onOpenDivision: (code: DivisionCode) => void;
}

export interface OpenPlanner {
  readonly onOpenPlanner: (code: DivisionCode) => void;
}

function Trail({ board, onOpenDivision }: { board: Board } & OpenDivision) {
  const mayOpen = useMayOpen();
  const above = board.lineage.filter((step) => step.divisionCode !== board.division.divisionCode);
  if (above.length === 0) return null;
  return (
    <View className="board-trail" role="navigation" label="上级区划">
      {above.map((step) => (
        <View key={step.divisionCode} className="board-trail">
          {mayOpen(step.divisionCode) ? (
            <Pressable
              className="board-trail__step"
              onPress={() => {
                onOpenDivision(step.divisionCode);
              }}
            >
              {step.name}
            </Pressable>
          ) : (
            <Text>{step.name}</Text>
          )}
          <Text decorative>›</Text>
        </View>
      ))}
      <Text className="board-trail__here">{board.division.name}</Text>
    </View>
  );
}

function Clock({ board, state }: { board: Board; state: BoardState }) {
  const isLive = state.day === null && state.error === null;
  return (
    <View className="board-clock">
      <Text>{formatBoardClock(board)}</Text>
      {state.day === null ? null : <Text className="board-clock__past">历史某日的数字，不再变动</Text>}
      {isLive ? (
        <View className="board-clock__live">
          <View className="board-clock__dot" decorative />
          <Text>{`每 ${String(BOARD_REFRESH_MS / 1000)} 秒更新`}</Text>
        </View>
      ) : null}
    </View>
  );
}

interface DayToolsProps {
  readonly state: BoardState;
  readonly divisionCode: DivisionCode;
  readonly onPlan: () => void;
}

function DayTools({ state, divisionCode, onPlan }: DayToolsProps) {
  return (
    <View className="board-tools">
      <View className="board-tools__day">
        <Text>查看日期</Text>
        <DateInput
          className="xf-input"
          label="查看哪一天的数字"
          value={state.day ?? state.today}
          min={FIRST_DAY}
          max={state.today}
          onChange={state.setDay}
        />
      </View>
      {state.day === null ? (
        <Button kind="secondary" size="small" onPress={state.refetch} isLoading={state.isFetchingByHand}>
          刷新
        </Button>
      ) : (
        <Button
          kind="secondary"
          size="small"
          onPress={() => {
            state.setDay('');
          }}
        >
          回到现在
        </Button>
      )}
      <Button kind="secondary" size="small" onPress={onPlan}>
        看规划
      </Button>
      <Button
        kind="secondary"
        size="small"
        onPress={() => {
          openRoute(exportRoute(divisionCode));
        }}
      >
        导出
      </Button>
    </View>
  );
}

export function BoardHead({
  board,
  state,
  onOpenDivision,
  onOpenPlanner,
}: { board: Board; state: BoardState } & OpenDivision & OpenPlanner) {
  return (
    <View className="board-head">
      <View>
        <Trail board={board} onOpenDivision={onOpenDivision} />
        <Heading level={2} className="board-title">
          {`${board.division.name} · ${LEVEL_NAMES[levelOf(board.division.divisionCode)]}`}
        </Heading>
        <Clock board={board} state={state} />
      </View>
      <DayTools
        state={state}
        divisionCode={board.division.divisionCode}
        onPlan={() => {
          onOpenPlanner(board.division.divisionCode);
        }}
      />
    </View>
  );
}
