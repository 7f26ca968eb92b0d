/** The line is one picture, the points are buttons over it: the same in WeChat and in a browser. */
import { useState } from 'react';

import type { Trend } from '@contract/statistics.contract';

import { formatDay } from '@/lib/format';
import { Image, Pressable, Text, View } from '@/ui/primitives';

import { fractionText, reasonOf, unitText, valueText } from './figure-text';
import { heightInPicture, lineAddress, pictureOf } from './trend-line';

type Point = Trend['points'][number];

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const exactText = ({ figure }: Point): string => `${valueText(figure)}${unitText(figure)}`;

export function TrendChart({ trend }: { trend: Trend }) {
  const { points } = trend;
  const [chosen, setChosen] = useState(points.length - 1);
  const { places, lowest, highest } = pictureOf(points);
  const point = points[chosen];
  const place = places[chosen];
  // Columns reach half a column beyond the line's ends, so that each point lies in the middle of its own.
  const halfColumn = 0.5 / Math.max(1, points.length - 1);
  return (
    <View className="trend">
      {point === undefined ? null : <Exact point={point} />}
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
        <Text className="trend__bound">纵轴从最低到最高，不从 0 起</Text>
      </View>
    </View>
  );
}

function Exact({ point }: { point: Point }) {
  return (
    <View className="trend__exact" live="polite">
      <Text className="trend__day">{formatDay(point.day)}</Text>
      <Text className="trend__value">{exactText(point)}</Text>
      <Text className="trend__day">{reasonOf(point.figure) ?? fractionText(point.figure) ?? ''}</Text>
    </View>
  );
}
