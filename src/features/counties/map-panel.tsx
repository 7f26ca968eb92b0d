/**
 * 品牌项目地图 (BP15): a picture of the city, practice centres as pale dots, brands as marks sized by their hours.
 * No map service: who looks tells nobody where. The list below says the same to who does not see it.
 */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { centreOf, groupsOf, pictureMapOf, type PictureMap, type Point } from '@domain/geography/picture-map';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatAsOf, formatCount } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { projectRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { useDisplayMode } from '@/ui/display-mode';
import { Card, Columns, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Pressable, Text, View } from '@/ui/primitives';

import './map.scss';

type MapView = OutputOf<'project.getBrandMap'>;
type Brand = MapView['projects'][number];
type Mark = Brand & Point;

/** The narrowest box a phone gives it; marks are as far apart as a thumb needs there. */
const WIDTH = 280;
const MARGIN = 34;
/** Between the middles of two marks, and the circles in them: the largest has most hours. */
const APART = 48;
const [SMALLEST, LARGEST] = [26, 48];
/** A pale name nearer to a mark would lie under it. */
const NAME_APART = 40;
const ELDER_SCALE = 1.4;

export function BrandMap() {
  const found = useProcedure('project.getBrandMap', {});
  return (
    <Answer of={found} skeleton={<CardSkeleton hasPicture lines={3} />}>
      {(data) => <MapAndList data={data} />}
    </Answer>
  );
}

const minutesOf = (brands: readonly Brand[]): number =>
  brands.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

function hoursText(brands: readonly Brand[]): string {
  if (brands.every(({ minutes }) => minutes === null)) return '时长 —';
  return `${formatCount(Math.floor(minutesOf(brands) / 60))} 小时`;
}

interface ChoiceProps {
  readonly data: MapView;
  /** projects of a group; null: all */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (projectIds: readonly string[] | null) => void;
}

function MapAndList({ data }: { data: MapView }) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const choice = { data, chosen, onChoose: setChosen };
  const list = <BrandList {...choice} />;
  if (data.projects.every(({ position }) => position === null)) return list;
  const picture = (
    <Card>
      <Picture {...choice} />
      <Paragraph isSoft isSmall>
        圆里的数是那一带的品牌项目数，圆越大，服务的小时越多；点一下就打开。上北下南，只是示意。
      </Paragraph>
    </Card>
  );
  return <Columns main={picture} aside={list} />;
}

function BrandList({ data: { projects, asOf }, chosen, onChoose }: ChoiceProps) {
  const listed = chosen === null ? projects : projects.filter(({ projectId }) => chosen.includes(projectId));
  const sorted = [...listed].sort((a, b) => (b.minutes ?? -1) - (a.minutes ?? -1));
  return (
    <Section title={chosen === null ? '全部品牌项目' : `这一带的 ${String(listed.length)} 个项目`}>
      <List>
        {sorted.map((one) => (
          <ListRow
            key={one.projectId}
            icon="star"
            title={one.title}
            detail={one.divisionName}
            value={hoursText([one])}
            onPress={() => openRoute(projectRoute(one.projectId))}
          />
        ))}
        {chosen === null ? null : <ListRow title="看全部品牌项目" onPress={() => onChoose(null)} />}
      </List>
      {asOf === null ? null : (
        <Paragraph isSoft isSmall>{`${formatAsOf(asOf)}；参加的人太少时不公开时长，写作 —。`}</Paragraph>
      )}
    </Section>
  );
}

function Picture({ data: { projects, centres }, chosen, onChoose }: ChoiceProps) {
  const scale = useDisplayMode().mode === 'elder' ? ELDER_SCALE : 1;
  const positions = [...projects, ...centres].flatMap(({ position }) => position ?? []);
  const box = pictureMapOf(positions, WIDTH, MARGIN);
  const marks = projects.flatMap((one): Mark[] =>
    one.position === null ? [] : [{ ...one, ...box.place(one.position) }],
  );
  const groups = groupsOf(marks, APART * scale);
  const most = Math.max(1, ...groups.map(minutesOf));
  // A mark says its county itself.
  const bare = centres.filter(({ position }) => {
    const { x, y } = box.place(position);
    return groups.map(centreOf).every((mark) => Math.hypot(mark.x - x, mark.y - y) > NAME_APART * scale);
  });
  return (
    <View className="xf-map" style={{ paddingTop: `${String((100 * box.height) / box.width)}%` }}>
      {bare.map(({ divisionCode, divisionName, position }) => (
        <View key={divisionCode} className="xf-map__centre" style={at(box, box.place(position))} decorative>
          <View className="xf-map__dot" />
          <Text className="xf-map__name">{divisionName}</Text>
        </View>
      ))}
      {groups.map((group) => (
        <GroupMark
          key={group.map(({ projectId }) => projectId).join(' ')}
          group={group}
          place={at(box, centreOf(group))}
          // By its area, as far as a number must fit into the smallest.
          size={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(minutesOf(group) / most)}
          isChosen={chosen !== null && group.some(({ projectId }) => chosen.includes(projectId))}
          onChoose={onChoose}
        />
      ))}
    </View>
  );
}

function at({ width, height }: PictureMap, { x, y }: Point) {
  return { left: `${((100 * x) / width).toFixed(2)}%`, top: `${((100 * y) / height).toFixed(2)}%` };
}

interface GroupMarkProps extends Pick<ChoiceProps, 'onChoose'> {
  readonly group: readonly Mark[];
  readonly place: ReturnType<typeof at>;
  readonly size: number;
  readonly isChosen: boolean;
}

/** One project opens; several are listed beside. */
function GroupMark({ group, place, size, isChosen, onChoose }: GroupMarkProps) {
  const [first] = group;
  if (first === undefined) return null;
  const open = (): void => {
    if (group.length === 1) openRoute(projectRoute(first.projectId));
    else onChoose(group.map(({ projectId }) => projectId));
  };
  const where = group.length === 1 ? first.divisionName : `${first.divisionName}一带`;
  const what = group.length === 1 ? first.title : `${where}，${String(group.length)} 个品牌项目`;
  const length = `calc(${String(Math.round(size))}px * var(--xf-map-scale))`;
  return (
    <Pressable
      className={`xf-map__mark ${isChosen ? 'xf-map__mark--chosen' : ''}`}
      style={place}
      label={`${what}，${hoursText(group)}`}
      onPress={open}
    >
      <View className="xf-map__circle" style={{ width: length, height: length }}>
        <Text>{String(group.length)}</Text>
      </View>
      <Text className="xf-map__where">{where}</Text>
    </Pressable>
  );
}
