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
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Pressable, Text, View } from '@/ui/primitives';

import './map.scss';

type MapView = OutputOf<'project.getBrandMap'>;
type Brand = MapView['projects'][number];
type Mark = Brand & Point;

/** The narrowest box a phone gives it; marks are as far apart as a thumb needs there. */
const WIDTH = 280;
const MARGIN = 34;
const APART = 50;
/** The smallest mark is what a thumb hits; the largest is the project, or group, of most hours. */
const [SMALLEST, LARGEST] = [44, 68];

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

function MapAndList({ data: { projects, centres, asOf } }: { data: MapView }) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const placed = projects.flatMap((one) => (one.position === null ? [] : [one.position]));
  const listed = chosen === null ? projects : projects.filter(({ projectId }) => chosen.includes(projectId));
  const sorted = [...listed].sort((a, b) => (b.minutes ?? -1) - (a.minutes ?? -1));
  return (
    <>
      {placed.length === 0 ? null : (
        <Card>
          <Picture
            projects={projects}
            centres={centres}
            box={pictureMapOf([...placed, ...centres.map(({ position }) => position)], WIDTH, MARGIN)}
            chosen={chosen}
            onChoose={setChosen}
          />
          <Paragraph isSoft isSmall>
            圆里的数是那一带的品牌项目数，圆越大，服务的小时越多；点一下就打开。上北下南，只是示意。
          </Paragraph>
        </Card>
      )}
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
          {chosen === null ? null : <ListRow title="看全部品牌项目" onPress={() => setChosen(null)} />}
        </List>
        {asOf === null ? null : (
          <Paragraph isSoft isSmall>{`${formatAsOf(asOf)}；参加的人太少时不公开时长，写作 —。`}</Paragraph>
        )}
      </Section>
    </>
  );
}

interface PictureProps extends Pick<MapView, 'projects' | 'centres'> {
  readonly box: PictureMap;
  readonly chosen: readonly string[] | null;
  readonly onChoose: (projectIds: readonly string[]) => void;
}

function Picture({ projects, centres, box, chosen, onChoose }: PictureProps) {
  const marks = projects.flatMap((one): Mark[] =>
    one.position === null ? [] : [{ ...one, ...box.place(one.position) }],
  );
  const groups = groupsOf(marks, APART);
  const most = Math.max(1, ...groups.map(minutesOf));
  return (
    <View className="xf-map" style={{ paddingTop: `${String((100 * box.height) / box.width)}%` }}>
      {centres.map(({ divisionCode, divisionName, position }) => (
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
          // By its area: twice the hours are twice the gold.
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

interface GroupMarkProps {
  readonly group: readonly Mark[];
  readonly place: ReturnType<typeof at>;
  readonly size: number;
  readonly isChosen: boolean;
  readonly onChoose: (projectIds: readonly string[]) => void;
}

/** One project opens; several are listed below. */
function GroupMark({ group, place, size, isChosen, onChoose }: GroupMarkProps) {
  const [first] = group;
  if (first === undefined) return null;
  const open = (): void => {
    if (group.length === 1) openRoute(projectRoute(first.projectId));
    else onChoose(group.map(({ projectId }) => projectId));
  };
  const what =
    group.length === 1 ? first.title : `${first.divisionName}一带，${String(group.length)} 个品牌项目`;
  const length = `calc(${String(Math.round(size))}px * var(--xf-scale))`;
  return (
    <Pressable
      className={`xf-map__mark ${isChosen ? 'xf-map__mark--chosen' : ''}`}
      style={{ ...place, width: length, height: length }}
      label={`${what}，${hoursText(group)}`}
      onPress={open}
    >
      <Text>{String(group.length)}</Text>
    </Pressable>
  );
}
