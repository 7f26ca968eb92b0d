/** The line is one picture, the points are buttons over it: the same in WeChat and in a browser. */
import { useState } from 'react';

import type { Trend } from '@contract/statistics.contract';
import { formatBasisPoints } from '@domain/statistics/ratio';

import { formatDay } from '@/lib/format';
import { Image, Pressable, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, unitText, valueText } from './figure-text';
import { heightInPicture, lineAddress, pictureOf, type TrendPlace } from './trend-line';

type Point = Trend['points'][number];
type Target = Trend['targets'][number];

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const percentOf = ({ valueBasisPoints }: Target): string => `${formatBasisPoints(valueBasisPoints)}%`;

/** `虚线：指标 60.00%（阿坝州），2026年1月1日至2027年12月31日，依据 …；2026年5月1日撤回` */
function targetWords(target: Target): string {
  const { divisionName, fromDay, toDay, document, withdrawnDay } = target;
  const period = `${formatDay(fromDay)}至${formatDay(toDay)}`;
  const end = withdrawnDay === null ? '' : `；${formatDay(withdrawnDay)}撤回`;
  return `虚线：${divisionName}指标 ${percentOf(target)}，${period}，依据 ${document}${end}`;
}

const exactText = ({ figure }: Point): string => `${valueText(figure)}${unitText(figure)}`;

export function TrendChart({ trend }: { trend: Trend }) {
  const { points, targets, dataFrom } = trend;
  const [chosen, setChosen] = useState(points.length - 1);
  const { places, lowest, highest } = pictureOf(trend);
  const point = points[chosen];
  const place = places[chosen];
  // Columns reach half a column beyond the line's ends, so that each point lies in the middle of its own.
  const halfColumn = 0.5 / Math.max(1, points.length - 1);
  return (
    <View className="trend">
      {point === undefined ? null : (
        <Exact
          point={point}
          dataFrom={dataFrom}
          target={targets.find(({ targetId }) => targetId === point.targetId)}
        />
      )}
      <Text className="trend__bound">{highest === null ? '—' : `最高 ${valueText(highest)}`}</Text>
      <View className="trend__plot">
        <Image className="trend__line" src={lineAddress(places)} alt="" fit="fill" />
        {place === undefined || place.y === null ? null : (
          <View
            className="trend__mark"
            style={{ left: percent(place.x), bottom: percent(heightInPicture(place.y)) }}
            decorative
          />
        )}
        <TargetLabel places={places} trend={trend} />
        <View
          className="trend__points"
          style={{ left: percent(-halfColumn), right: percent(-halfColumn) }}
          role="group"
          label="各期数字，点一下看准确值"
        >
          {points.map((one, index) => (
            <Pressable
              key={one.day}
              className={`trend__point ${index === chosen ? 'trend__point--on' : ''}`}
              label={`${formatDay(one.day)} ${exactText(one)}`}
              pressed={index === chosen}
              onPress={() => {
                setChosen(index);
              }}
            />
          ))}
        </View>
      </View>
      <View className="trend__foot">
        <Text className="trend__bound">{lowest === null ? '—' : `最低 ${valueText(lowest)}`}</Text>
        <Text className="trend__bound">
          {targets.length === 0 ? '纵轴从最低到最高，不从 0 起' : '纵轴从最低到最高（含指标），不从 0 起'}
        </Text>
      </View>
      {targets.map((target) => (
        <View key={target.targetId} className="trend__target-key">
          <View className="trend__target-mark" decorative />
          <Text>{targetWords(target)}</Text>
        </View>
      ))}
    </View>
  );
}

interface ExactProps {
  readonly point: Point;
  readonly dataFrom: Trend['dataFrom'];
  readonly target: Target | undefined;
}

function Exact({ point, dataFrom, target }: ExactProps) {
  const isBefore = dataFrom !== null && point.day < dataFrom;
  const reason = isBefore ? `数据自 ${formatDay(dataFrom)} 起` : reasonOf(point.figure);
  return (
    <View className="trend__exact" live="polite">
      <Text className="trend__day">{formatDay(point.day)}</Text>
      <Text className="trend__value">{exactText(point)}</Text>
      <Text className="trend__day">{reason ?? fractionText(point.figure) ?? ''}</Text>
      {target === undefined ? null : <Text className="trend__target">{`指标 ${percentOf(target)}`}</Text>}
    </View>
  );
}

/** The newest target is named beside its line; the others in the list below. */
function TargetLabel({ places, trend }: { places: readonly TrendPlace[]; trend: Trend }) {
  const last = places.map(({ targetY }) => targetY !== null).lastIndexOf(true);
  const height = places[last]?.targetY ?? null;
  const target = trend.targets.find(({ targetId }) => targetId === trend.points[last]?.targetId);
  if (height === null || target === undefined) return null;
  const isHigh = height > 0.85;
  return (
    <Text
      className={`trend__target-label ${isHigh ? 'trend__target-label--under' : ''}`}
      style={{ bottom: percent(heightInPicture(height)) }}
    >
      {`指标 ${percentOf(target)}`}
    </Text>
  );
}
