/** One team (TE2–TE4): its members for who runs it, itself for an office around it. */
import { useState } from 'react';

import { TEAM_REASON_MAXIMUM, type MemberView, type TeamView } from '@contract/team.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';

import { MemberCounts } from './member-counts';
import { MemberList } from './member-list';
import { TeamDialog } from './team-dialog';
import { FORM_WORDS, leaderWords } from './team-words';

export function TeamPanel({ teamId }: { teamId: string }) {
  const answer = useProcedure('team.getTeam', { teamId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={5} />}>
      {({ team }) => <TeamCard team={team} />}
    </Answer>
  );
}

function TeamCard({ team }: { team: TeamView }) {
  const [asked, setAsked] = useState<'change' | 'close' | null>(null);
  const [leader, setLeader] = useState<MemberView | null>(null);
  const { teamId, name, form, state, closeReason, mayChange, mayAnswer, divisionCode } = team;
  const isActive = state === 'active';
  const onClose = (): void => setAsked(null);
  return (
    <>
      <Card>
        <Row isSpread>
          <Heading level={2}>{name}</Heading>
          <Tag tone={isActive ? 'green' : 'plain'}>{isActive ? FORM_WORDS[form] : '已注销'}</Tag>
        </Row>
        <Paragraph isSoft>{closeReason === null ? leaderWords(team) : `注销理由：${closeReason}`}</Paragraph>
        {mayChange && isActive ? (
          <Row>
            <Button kind="secondary" onPress={() => setAsked('change')}>
              改队伍
            </Button>
            <Button kind="secondary" onPress={() => setAsked('close')}>
              注销队伍
            </Button>
          </Row>
        ) : null}
      </Card>
      {mayAnswer ? (
        <>
          <Section title="申请加入的人">
            <MemberList teamId={teamId} group="asked" />
          </Section>
          <Section title="成员会什么">
            <MemberCounts teamId={teamId} />
          </Section>
          <Section title="成员">
            <MemberList
              teamId={teamId}
              group="member"
              onLeader={mayChange && isActive ? setLeader : undefined}
            />
          </Section>
        </>
      ) : null}
      {asked === 'change' ? <TeamDialog divisionCode={divisionCode} team={team} onClose={onClose} /> : null}
      {asked === 'close' ? <CloseDialog team={team} onClose={onClose} /> : null}
      {leader === null ? null : <LeaderDialog team={team} member={leader} onClose={() => setLeader(null)} />}
    </>
  );
}

function CloseDialog({ team, onClose }: { team: TeamView; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const command = useCommand('team.close', { invalidates: ['team.listTeams', 'team.getTeam'] });
  return (
    <CommandDialog
      title={`注销 ${team.name}？`}
      verb="注销"
      keep="先不办"
      done="已注销"
      command={command}
      run={() => command.run({ requestId, teamId: team.teamId, reason })}
      onClose={onClose}
    >
      <Paragraph>已有的活动和服务记录都保留；不再接受成员和组织者。</Paragraph>
      <TextField label="理由" value={reason} maxLength={TEAM_REASON_MAXIMUM} onChange={setReason} />
    </CommandDialog>
  );
}

interface LeaderDialogProps {
  readonly team: TeamView;
  readonly member: MemberView;
  readonly onClose: () => void;
}
function LeaderDialog({ team, member, onClose }: LeaderDialogProps) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('team.change', { invalidates: ['team.getTeam', 'team.listMembers'] });
  const { teamId, name, form, parentId } = team;
  return (
    <CommandDialog
      title="设为队长？"
      verb="设为队长"
      keep="先不办"
      done="已设为队长"
      command={command}
      run={() => command.run({ requestId, teamId, name, form, parentId, leaderId: member.volunteerId })}
      onClose={onClose}
    >
      <Paragraph>{`${member.maskedName}（编号 ${member.volunteerNumber}）`}</Paragraph>
      <Paragraph isSoft>队长公开显示（脱敏）。要发布活动、出示签到码，还要授予组织者角色。</Paragraph>
    </CommandDialog>
  );
}
