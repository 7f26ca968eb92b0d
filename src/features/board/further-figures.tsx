/** 记录质量 and 乡村与基层: the figures beside the headline, and the ways to the facts behind them. */
import type { Board } from '@contract/statistics.contract';
import type { MeasureId } from '@domain/statistics/measure';

import { openRoute } from '@/lib/open-route';
import { brandsRoute, heldShiftsRoute, ruralCommunitiesRoute } from '@/lib/routes';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';

import { FigureTile } from './figure-tile';
import type { FigureOpener } from './headline-figures';
import { figureOf } from './ranking-rows';
import { useMayOpen } from './use-may-open';

const QUALITY = [
  'twentyHourShare',
  'closureRate',
  'timelinessRate',
  'supplementShare',
  'trainingRate',
] as const satisfies readonly MeasureId[];
const SUPPLY = [
  'ruralShiftShare',
  'ruralMinuteShare',
  'ruralCoverage',
  'ruralEquity',
  'grassrootsShare',
] as const satisfies readonly MeasureId[];

interface FurtherProps extends FigureOpener {
  readonly board: Board;
}

function Tiles({ board, onOpen, measures }: FurtherProps & { measures: readonly MeasureId[] }) {
  const { division } = board;
  return (
    <View className="board-tiles">
      {measures.map((measure) => {
        const figure = figureOf(division, measure);
        return (
          <FigureTile
            key={measure}
            figure={figure}
            onPress={() => {
              onOpen(figure, division.name);
            }}
          />
        );
      })}
    </View>
  );
}

function SupplyWays({ board }: { board: Board }) {
  const mayOpen = useMayOpen();
  const { divisionCode } = board.division;
  const { day } = board;
  return (
    <List>
      <ListRow
        icon="projects"
        title="品牌项目"
        detail="个数、覆盖、集中度，每个项目的时长和参与人数"
        onPress={() => openRoute(brandsRoute(divisionCode, day))}
      />
      {mayOpen(divisionCode) ? (
        <>
          <ListRow
            icon="place"
            title="各村近 90 天的服务"
            detail="还没有服务的村也在这里"
            onPress={() => openRoute(ruralCommunitiesRoute(divisionCode, day))}
          />
          <ListRow
            icon="time"
            title="举办的场次"
            detail="按服务地点列出，逐场由记录重新计数"
            onPress={() => openRoute(heldShiftsRoute(divisionCode, day, '0'))}
          />
        </>
      ) : null}
    </List>
  );
}

export function FurtherFigures(props: FurtherProps) {
  return (
    <>
      <Section title="服务质量">
        <Tiles {...props} measures={QUALITY} />
      </Section>
      <Section title="乡村与基层（按服务地点）">
        <View className="board">
          <Tiles {...props} measures={SUPPLY} />
          <SupplyWays board={props.board} />
        </View>
      </Section>
    </>
  );
}
