/** 同类城市: the city among the cities that publish the same figure, as they published it (ST17). */
import { useState } from 'react';

import type { Peers } from '@contract/peer.contract';
import { indicatorOf, PEER_MEASURES, type PeerMeasure } from '@domain/statistics/peer';
import { MEASURES } from '@domain/statistics/measure';
import type { CivilDay } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { DayChoice } from '@/lib/day-choice';
import { formatAsOf, formatDay } from '@/lib/format';
import { useProcedure } from '@/lib/use-procedure';
import { SelectField } from '@/ui/field';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, View } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';

import { exactnessText, MEASURE_NAMES, OBSTACLE_WORDS, publishedText } from './peer-text';
import { PeerRecords } from './peer-records';
import { PeerStandings } from './peer-standings';
import './peers.scss';

const OPTIONS = PEER_MEASURES.map((value) => ({ value, text: MEASURE_NAMES[value] }));

export function PeersPanel() {
  const [measure, setMeasure] = useState<PeerMeasure>('registered');
  const [day, setDay] = useState<CivilDay | null>(null);
  const answer = useProcedure('statistics.getPeers', { measure, day }, { keepsPrevious: true });
  return (
    <View className="peers">
      <View className="peers__choices">
        <SelectField
          label="比较哪个数字"
          value={measure}
          options={OPTIONS}
          onChange={(chosen) => {
            setMeasure(PEER_MEASURES.find((one) => one === chosen) ?? measure);
          }}
        />
        <DayChoice day={day} standingDay={answer.data?.day} onChange={setDay} backText="按最近公布的一天" />
      </View>
      <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
        {(peers) => <PeersOf key={peers.measure} peers={peers} />}
      </Answer>
    </View>
  );
}

function PeersOf({ peers }: { peers: Peers }) {
  const { cityName, measure, day, rows } = peers;
  return (
    <>
      <Card>
        <Heading level={2}>{`${cityName}与同类城市 · ${MEASURE_NAMES[measure]}`}</Heading>
        <Paragraph isSoft isSmall>
          {`比较日 ${formatDay(day)} · 本市数字按${formatAsOf(peers.asOf)} 的记录计算`}
        </Paragraph>
        {rows.length === 0 ? (
          <EmptyState
            icon="board"
            title="还没有同类城市的公布数"
            text="请在下面录入或导入其他城市公开发布的数字，写明截至日和依据；口径相同、截至日相近的才一起排名。"
          />
        ) : (
          <>
            <DaysNotice peers={peers} />
            <PeerStandings peers={peers} />
          </>
        )}
        <Paragraph isSmall>{`口径（${MEASURES[measure].rule}）：${MEASURES[measure].definition}`}</Paragraph>
      </Card>
      <Unranked peers={peers} />
      <PeerRecords key={indicatorOf(measure)} peers={peers} />
    </>
  );
}

/** ST17: dates that differ are said, and so is what rounding leaves open. */
function DaysNotice({ peers }: { peers: Peers }) {
  const { standings, day } = peers;
  const days = [...new Set(standings.map(({ peer }) => peer?.asOfDay ?? day))].sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const isOpen = standings.some(({ rank }) => rank.best !== rank.worst);
  return (
    <>
      {first === undefined || last === undefined || first === last ? null : (
        <Notice tone="warning" title="各城市的截至日不同">
          {`从 ${formatDay(first)} 到 ${formatDay(last)}，都在比较日前后 92 天以内。`}
        </Notice>
      )}
      {isOpen ? <Notice tone="info">有的城市只公布了四舍五入的数或下限，名次写成可能的范围。</Notice> : null}
    </>
  );
}

function Unranked({ peers }: { peers: Peers }) {
  const { unranked } = peers;
  if (unranked.length === 0) return null;
  return (
    <Section title="不参加排名的公布数">
      <List>
        {unranked.map(({ peer, obstacle }) => (
          <ListRow
            key={peer.peerId}
            title={peer.cityName}
            value={publishedText(peer.value, peer.indicator)}
            detail={[
              OBSTACLE_WORDS[obstacle],
              exactnessText(peer.value),
              `截至 ${formatDay(peer.asOfDay)}，依据 ${peer.document}`,
            ].filter((part) => part !== null)}
          />
        ))}
      </List>
    </Section>
  );
}
