/** 实践中心、所、站 of a county (SN): for everybody to find, for offices to keep. */
import { useState } from 'react';

import type { StationView } from '@contract/station.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DivisionSelect } from '@/lib/division-select';
import { DeedButton } from '@/lib/deed-button';
import { openRoute } from '@/lib/open-route';
import { countyPostersRoute, posterRoute } from '@/lib/routes';
import { MoreButton } from '@/lib/more-button';
import { importDivisionOf, useMe } from '@/lib/use-me';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { CloseStation } from './close-station';
import { StationDialog } from './station-dialog';
import { STATION_LEVEL_WORDS } from './station-words';

const COUNTY_LENGTH = 6;
export function StationsPanel() {
  const me = useMe().data;
  const [chosen, setChosen] = useState('');
  const office = importDivisionOf(me) ?? '';
  const home = me?.volunteer?.divisionCode.slice(0, COUNTY_LENGTH) ?? '';
  const countyCode = chosen !== '' ? chosen : office.length >= COUNTY_LENGTH ? office : home;
  return (
    <>
      <DivisionSelect label="县（市）" parentCode={null} value={countyCode} onChange={setChosen} />
      {countyCode === '' ? (
        <EmptyState icon="place" title="先选县（市）" text="每个县（市）的站点分别列出。" />
      ) : (
        <StationList key={countyCode} countyCode={countyCode} />
      )}
    </>
  );
}

interface Asked {
  readonly station: StationView | null;
  readonly isClosing: boolean;
}

function StationList({ countyCode }: { countyCode: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const pages = usePages('station.listStations', countyCode, (cursor) => ({ countyCode, cursor }));
  const onClose = (): void => setAsked(null);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const stations = found.flatMap((page) => page.stations);
        return (
          <>
            {found[0]?.mayCreate === true ? (
              <Row>
                <Button onPress={() => setAsked({ station: null, isClosing: false })}>新建站点</Button>
                {stations.length === 0 ? null : (
                  <Button kind="secondary" onPress={() => openRoute(countyPostersRoute(countyCode))}>
                    全县站点海报
                  </Button>
                )}
              </Row>
            ) : null}
            {stations.length === 0 ? (
              <EmptyState icon="place" title="还没有站点" text="本县（市）的实践中心、所、站会列在这里。" />
            ) : null}
            {stations.map((station) => (
              <StationCard
                key={station.stationId}
                station={station}
                onAsk={(isClosing) => setAsked({ station, isClosing })}
              />
            ))}
            <MoreButton of={pages} />
            {asked !== null && !asked.isClosing ? (
              <StationDialog countyCode={countyCode} station={asked.station} onClose={onClose} />
            ) : null}
            {asked?.isClosing === true && asked.station !== null ? (
              <CloseStation station={asked.station} onClose={onClose} />
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}

function StationCard({ station, onAsk }: { station: StationView; onAsk: (isClosing: boolean) => void }) {
  const { name, level, divisionName, address, position, managerName, state, closeReason, mayChange } =
    station;
  const isOpen = state === 'open';
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{name}</Heading>
        <Tag tone={isOpen ? 'green' : 'plain'}>{isOpen ? STATION_LEVEL_WORDS[level] : '已停用'}</Tag>
      </Row>
      <Paragraph>{`${divisionName} · ${address}${position === null ? '' : '（已定位）'}`}</Paragraph>
      <Paragraph isSoft>{managerName === null ? '还没有负责人' : `负责人 ${managerName}`}</Paragraph>
      {closeReason === null ? null : <Paragraph isSoft>{`停用理由：${closeReason}`}</Paragraph>}
      {mayChange && isOpen ? (
        <Row>
          <DeedButton
            text="海报"
            about={name}
            onPress={() => openRoute(posterRoute({ kind: 'station', stationId: station.stationId }))}
          />
          <DeedButton text="修改" about={name} onPress={() => onAsk(false)} />
          <DeedButton text="停用" about={name} onPress={() => onAsk(true)} />
        </Row>
      ) : null}
    </Card>
  );
}
