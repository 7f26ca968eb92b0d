/** 时长审批 (AT9): what is over a day's 8 hours, the earliest first; nobody decides on an own record. */
import { useState } from 'react';

import type { ApprovalView } from '@contract/crediting.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatClock, formatMinutes, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { DecideSheet, type Deed } from './decide-sheet';

interface Asked {
  readonly approval: ApprovalView;
  readonly deed: Deed;
}

export function ApprovalsPanel() {
  const pages = usePages('attendance.listApprovals', 'waiting', (cursor) => ({ cursor }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const now = useNow(60_000);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const approvals = found.flatMap((page) => page.approvals);
        if (approvals.length === 0) {
          return (
            <EmptyState
              icon="done"
              title="没有等待审批的记录"
              text="一天合计超过 8 小时的服务会列在这里，核实后才计入时长。"
            />
          );
        }
        return (
          <>
            {approvals.map((approval) => (
              <ApprovalCard
                key={approval.attendanceId}
                approval={approval}
                now={now}
                mayVoid={found[0]?.mayVoid ?? false}
                onDeed={(deed) => {
                  setAsked({ approval, deed });
                }}
              />
            ))}
            <MoreButton of={pages} />
            {asked === null ? null : (
              <DecideSheet
                key={`${asked.approval.attendanceId} ${asked.deed}`}
                {...asked}
                onClose={() => {
                  setAsked(null);
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface ApprovalCardProps {
  readonly approval: ApprovalView;
  readonly now: number;
  readonly mayVoid: boolean;
  readonly onDeed: (deed: Deed) => void;
}

function ApprovalCard({ approval, now, mayVoid, onDeed }: ApprovalCardProps) {
  const { maskedName, title, placeName, startsAt, endsAt, minutes, dayMinutes, level } = approval;
  const button = (deed: Deed, text: string) => (
    <DeedButton
      isMain={deed === 'approve'}
      text={text}
      about={`${maskedName} ${title}`}
      onPress={() => {
        onDeed(deed);
      }}
    />
  );
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">{`${maskedName}，${title}`}</Heading>
        <Tag tone="amber">{level === 'county' ? '县级审批' : '组织单位审批'}</Tag>
      </Row>
      <Paragraph>{`本次 ${formatMinutes(minutes)}，当天合计 ${formatMinutes(dayMinutes)}`}</Paragraph>
      <Paragraph isSoft>{`${formatPeriod(startsAt, endsAt, now)}，${placeName}`}</Paragraph>
      <Paragraph isSoft>
        {`${formatClock(approval.checkInAt)} 签到，${formatClock(approval.checkOutAt)} 签退`}
      </Paragraph>
      {approval.isOwn ? (
        <Paragraph isSoft>这是您自己的记录，请让别人来审批。</Paragraph>
      ) : (
        <Row>
          {button('approve', '照实通过')}
          {button('reduce', '减少后通过')}
          {mayVoid ? button('void', '作废') : null}
        </Row>
      )}
    </Card>
  );
}
