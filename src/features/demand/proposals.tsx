/** 派给谁 (DM3): teams with the numbers that say why; or put up for whoever takes it first. */
import { useState } from 'react';

import type { ProposalView } from '@contract/demand.contract';
import { FEWEST_COUNTED } from '@domain/volunteer/profile';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { DeedButton } from '@/lib/deed-button';
import { formatCount, formatDistance } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { SKILL_WORDS } from '@/lib/skill-words';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { ORDER_QUESTIONS } from './order-questions';

const MEASURED_WORDS = {
  place: '距离从点单的地点量到队伍常去的地点，是直线。',
  station: '点单没有定位，距离从当地实践站量起，是直线。',
  nothing: '点单没有定位，当地实践站也没有，量不出距离。',
} as const;

const FEW = `少于 ${String(FEWEST_COUNTED)} 人`;

type Chosen = { readonly teamId: string | null; readonly name: string };

export function Proposals({ orderId }: { orderId: string }) {
  const answer = useProcedure('demand.listProposals', { orderId });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <Section title="派给谁">
      <Paragraph isSoft isSmall>
        请的是队伍，由队伍决定接不接、谁来；不指派个人。
      </Paragraph>
      <Button kind="secondary" onPress={() => setChosen({ teamId: null, name: '' })}>
        放出来，让队伍抢单
      </Button>
      <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
        {({ proposals, measuredFrom, isCut }) => (
          <>
            <Paragraph isSoft isSmall>
              {`会做这类服务的在前，再看有没有空、有没有要的技能、离得近不近、评价。${MEASURED_WORDS[measuredFrom]}`}
            </Paragraph>
            {proposals.length === 0 ? (
              <EmptyState
                icon="people"
                title="本县还没有带项目的队伍"
                text="可以放出来抢单，或请县里协调。"
              />
            ) : null}
            {proposals.map((proposal) => (
              <ProposalCard key={proposal.teamId} proposal={proposal} onChoose={setChosen} />
            ))}
            {isCut ? <Paragraph isSoft>本县项目很多，只看了前 300 个。</Paragraph> : null}
          </>
        )}
      </Answer>
      {chosen === null ? null : (
        <DispatchDialog orderId={orderId} chosen={chosen} onClose={() => setChosen(null)} />
      )}
    </Section>
  );
}

function ProposalCard({
  proposal,
  onChoose,
}: {
  proposal: ProposalView;
  onChoose: (chosen: Chosen) => void;
}) {
  const { teamId, teamName } = proposal;
  return (
    <Card>
      <Heading level={3}>{teamName}</Heading>
      {whyTexts(proposal).map((text) => (
        <Paragraph key={text} isSoft>
          {text}
        </Paragraph>
      ))}
      <DeedButton text="派给它" about={teamName} onPress={() => onChoose({ teamId, name: teamName })} />
    </Card>
  );
}

function whyTexts(proposal: ProposalView): string[] {
  const { projectCount, fieldProjectCount, freeWishCount, wishCount, skillCounts, rating } = proposal;
  return [
    `同类项目 ${formatCount(fieldProjectCount)} 个（共 ${formatCount(projectCount)} 个）`,
    `想要的 ${formatCount(wishCount)} 个时间里，${formatCount(freeWishCount)} 个没有别的活动`,
    ...skillCounts.map(({ skill, memberCount }) => {
      const many = memberCount === null ? FEW : `${formatCount(memberCount)} 人`;
      return `会${SKILL_WORDS[skill]}的成员 ${many}（成员自己填的）`;
    }),
    `距离 ${proposal.distanceMeters === null ? '—（不知道它常在哪里，或量不出）' : formatDistance(proposal.distanceMeters)}`,
    `评价 ${rating === null ? '—（还没有人评过）' : `平均 ${meanText(rating)} 星，${formatCount(rating.ratingCount)} 次`}`,
  ];
}

/** Tenths, cut off: two integers until here. */
function meanText({ starSum, ratingCount }: { starSum: number; ratingCount: number }): string {
  const tenths = Math.floor((starSum * 10) / ratingCount);
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
}

interface DispatchDialogProps {
  readonly orderId: string;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

function DispatchDialog({ orderId, chosen, onClose }: DispatchDialogProps) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('demand.dispatch', { invalidates: ORDER_QUESTIONS });
  const { teamId, name } = chosen;
  return (
    <CommandDialog
      title={teamId === null ? '放出来抢单？' : `请${name}接单？`}
      verb={teamId === null ? '放出来' : '派单'}
      keep="先不派"
      done={teamId === null ? '已放出来' : '已派单'}
      command={command}
      run={() => command.run({ requestId, orderId, teamId })}
      onClose={onClose}
    >
      <Paragraph>
        {teamId === null
          ? '本乡镇和县里的队伍都能看到，先接先得。地点和电话接单以后才看得到。'
          : '队伍的组织者会在“接单”里看到，可以接，也可以写明原因退回。'}
      </Paragraph>
    </CommandDialog>
  );
}
