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
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { JoinButton } from './join-button';
import { TeamDialog } from './team-dialog';
import { FORM_WORDS, leaderWords } from './team-words';

const COUNTY_LENGTH = 6;

export function TeamsPanel() {
  const me = useMe().data;
  const [chosen, setChosen] = useState('');
  const home = me?.volunteer?.divisionCode.slice(0, COUNTY_LENGTH) ?? '';
  const office = importDivisionOf(me) ?? '';
  const divisionCode = chosen !== '' ? chosen : office.length >= COUNTY_LENGTH ? office : home;
  return (
    <>
      <DivisionSelect label="县（市）" parentCode={null} value={divisionCode} onChange={setChosen} />
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
            {teams.map((team) => (
              <TeamCard key={team.teamId} team={team} mayJoin={mayJoin} />
            ))}
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

function TeamCard({ team, mayJoin }: { team: TeamView; mayJoin: boolean }) {
  const { teamId, name, form, state, closeReason, standing, mayAnswer } = team;
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{name}</Heading>
        <Tag tone={state === 'active' ? 'green' : 'plain'}>
          {state === 'active' ? FORM_WORDS[form] : '已注销'}
        </Tag>
      </Row>
      <Paragraph isSoft>{closeReason === null ? leaderWords(team) : `注销理由：${closeReason}`}</Paragraph>
      {standing === null ? null : <Paragraph>{STANDING_WORDS[standing]}</Paragraph>}
      {mayJoin ? <JoinButton team={team} /> : null}
      {mayAnswer ? (
        <Button kind="secondary" label={`管理 ${name}`} onPress={() => openRoute(teamRoute(teamId))}>
          管理
        </Button>
      ) : null}
    </Card>
  );
}
