/** 志愿队伍 of a county (TE1): for everybody to join, for offices to make. */
import { useState } from 'react';

import type { TeamView } from '@contract/team.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DivisionSelect } from '@/lib/division-select';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { teamRoute } from '@/lib/routes';
import { STANDING_WORDS } from '@/lib/standing-words';
import { importDivisionOf, isRegistered, useMe } from '@/lib/use-me';
import { usePages } from '@/lib/use-pages';
import { writeAddressParam } from '@/platform/address-params';
import { usePageParams } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';
import { Table, type TableColumn } from '@/ui/table';

import { JoinButton } from './join-button';
import { TeamDialog } from './team-dialog';
import { FORM_WORDS, leaderWords } from './team-words';

const COUNTY_LENGTH = 6;

export function TeamsPanel() {
  const me = useMe().data;
  const { county = '' } = usePageParams();
  const [chosen, setChosen] = useState(county);
  const choose = (code: string) => {
    setChosen(code);
    writeAddressParam('county', code);
  };
  const home = me?.volunteer?.divisionCode.slice(0, COUNTY_LENGTH) ?? '';
  const office = importDivisionOf(me) ?? '';
  const divisionCode = chosen !== '' ? chosen : office.length >= COUNTY_LENGTH ? office : home;
  return (
    <>
      <DivisionSelect label="县（市）" parentCode={null} value={divisionCode} onChange={choose} />
      {divisionCode === '' ? (
        <EmptyState icon="people" title="先选县（市）" text="每个县（市）的队伍分别列出。" />
      ) : (
        <TeamList key={divisionCode} divisionCode={divisionCode} mayJoin={isRegistered(me)} />
      )}
    </>
  );
}

function TeamList({ divisionCode, mayJoin }: { divisionCode: string; mayJoin: boolean }) {
  const [isMaking, setMaking] = useState(false);
  const pages = usePages('team.listTeams', divisionCode, (cursor) => ({ divisionCode, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const teams = found.flatMap((page) => page.teams);
        return (
          <>
            {found[0]?.mayCreate === true ? <Button onPress={() => setMaking(true)}>新建队伍</Button> : null}
            {teams.length === 0 ? (
              <EmptyState icon="people" title="还没有队伍" text="本县（市）的志愿队伍会列在这里。" />
            ) : null}
            {teams.length === 0 ? null : (
              <Table
                label="志愿队伍"
                rows={teams}
                columns={COLUMNS}
                keyOf={({ teamId }) => teamId}
                nameOf={({ name }) => name}
                card={(team) => <TeamCard team={team} mayJoin={mayJoin} />}
                deeds={(team) => <TeamDeeds team={team} mayJoin={mayJoin} />}
                onMore={pages.hasMore ? pages.loadMore : undefined}
              />
            )}
            <MoreButton of={pages} />
            {isMaking ? (
              <TeamDialog divisionCode={divisionCode} team={null} onClose={() => setMaking(false)} />
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}

function TeamForm({ team: { state, form } }: { team: TeamView }) {
  return (
    <Tag tone={state === 'active' ? 'green' : 'plain'}>
      {state === 'active' ? FORM_WORDS[form] : '已注销'}
    </Tag>
  );
}

const COLUMNS: readonly TableColumn<TeamView>[] = [
  { head: '队伍', cell: ({ name }) => name },
  { head: '类别', cell: (team) => <TeamForm team={team} />, isTight: true },
  {
    head: '队长',
    cell: (team) => (team.closeReason === null ? leaderWords(team) : `注销理由：${team.closeReason}`),
  },
  { head: '我', cell: ({ standing }) => (standing === null ? '—' : STANDING_WORDS[standing]) },
];

function TeamCard({ team, mayJoin }: { team: TeamView; mayJoin: boolean }) {
  const { name, closeReason, standing } = team;
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{name}</Heading>
        <TeamForm team={team} />
      </Row>
      <Paragraph isSoft>{closeReason === null ? leaderWords(team) : `注销理由：${closeReason}`}</Paragraph>
      {standing === null ? null : <Paragraph>{STANDING_WORDS[standing]}</Paragraph>}
      <TeamDeeds team={team} mayJoin={mayJoin} />
    </Card>
  );
}

function TeamDeeds({ team, mayJoin }: { team: TeamView; mayJoin: boolean }) {
  const { teamId, name, mayAnswer } = team;
  return (
    <>
      {mayJoin ? <JoinButton team={team} /> : null}
      {mayAnswer ? (
        <Button kind="secondary" label={`管理 ${name}`} onPress={() => openRoute(teamRoute(teamId))}>
          管理
        </Button>
      ) : null}
    </>
  );
}
