import { useState } from 'react';

import type { MemberView } from '@contract/team.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatMoment } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { MoreButton } from '@/lib/more-button';
import { newRequestId } from '@/lib/request-id';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

interface MemberListProps {
  readonly teamId: string;
  readonly group: 'asked' | 'member';
  readonly onLeader?: ((member: MemberView) => void) | undefined;
}

export function MemberList({ teamId, group, onLeader }: MemberListProps) {
  const pages = usePages('team.listMembers', `${teamId} ${group}`, (cursor) => ({ teamId, group, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
      {(found) => {
        const members = found.flatMap((page) => page.members);
        if (members.length === 0)
          return <Paragraph isSoft>{group === 'asked' ? '没有人在等。' : '还没有成员。'}</Paragraph>;
        return (
          <>
            {members.map((member) => (
              <MemberCard
                key={member.volunteerId}
                teamId={teamId}
                member={member}
                isAsking={group === 'asked'}
                onLeader={onLeader}
              />
            ))}
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

interface MemberCardProps {
  readonly teamId: string;
  readonly member: MemberView;
  readonly isAsking: boolean;
  readonly onLeader: ((member: MemberView) => void) | undefined;
}
function MemberCard({ teamId, member, isAsking, onLeader }: MemberCardProps) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('team.answerMember', {
    invalidates: ['team.listMembers', 'team.getTeam', 'team.getMemberCounts'],
  });
  const { volunteerId, maskedName, volunteerNumber, changedAt, isLeader } = member;
  const about = `${maskedName} ${volunteerNumber}`;
  const answer = async (isMember: boolean): Promise<void> => {
    try {
      await command.run({ requestId, teamId, volunteerId, isMember });
    } catch {
      // `command.error` says why.
    }
  };
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{maskedName}</Heading>
        {isLeader ? <Tag tone="gold">队长</Tag> : null}
      </Row>
      <Paragraph isSoft>{`编号 ${volunteerNumber}，${formatMoment(changedAt)}`}</Paragraph>
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Row>
        {isAsking ? <DeedButton text="同意" about={about} isMain onPress={() => void answer(true)} /> : null}
        <DeedButton text={isAsking ? '不同意' : '请退出'} about={about} onPress={() => void answer(false)} />
        {onLeader === undefined || isLeader ? null : (
          <DeedButton text="设为队长" about={about} onPress={() => onLeader(member)} />
        )}
      </Row>
    </Card>
  );
}
