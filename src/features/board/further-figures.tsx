/** 服务质量 and 乡村与基层: the figures beside the headline. */
import type { Board } from '@contract/statistics.contract';
import type { MeasureId } from '@domain/statistics/measure';

import { Section } from '@/ui/layout';
import { View } from '@/ui/primitives';

import { FigureTile } from './figure-tile';
import type { FigureOpener } from './headline-figures';
import { figureOf } from './ranking-rows';

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

export function FurtherFigures(props: FurtherProps) {
  return (
    <>
      <Section title="服务质量">
        <Tiles {...props} measures={QUALITY} />
      </Section>
      <Section title="乡村与基层（按服务地点）">
        <Tiles {...props} measures={SUPPLY} />
      </Section>
    </>
  );
}
