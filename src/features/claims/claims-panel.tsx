/** 更正申请 (AT7.3): what volunteers say is wrong, the earliest first; who was there answers. */
import { useState } from 'react';

import type { AskedClaim } from '@contract/claim.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CLAIM_WORDS, recordText, timesText } from '@/lib/claim-words';
import { DeedButton } from '@/lib/deed-button';
import { formatInstant, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { AnswerDialog, type Verdict } from './answer-dialog';

interface Asked {
  readonly claim: AskedClaim;
  readonly verdict: Verdict;
}

export function ClaimsPanel() {
  const pages = usePages('attendance.listClaims', 'waiting', (cursor) => ({ cursor }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const now = useNow(60_000);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const claims = found.flatMap((page) => page.claims);
        if (claims.length === 0) {
          return (
            <EmptyState
              icon="done"
              title="没有等待答复的申请"
              text="志愿者忘了签退，或对自己的记录有异议，申请会列在这里。"
            />
          );
        }
        return (
          <>
            {claims.map((claim) => (
              <ClaimCard
                key={claim.attendanceId}
                claim={claim}
                now={now}
                onVerdict={(verdict) => setAsked({ claim, verdict })}
              />
            ))}
            <MoreButton of={pages} />
            {asked === null ? null : (
              <AnswerDialog
                key={`${asked.claim.attendanceId} ${asked.verdict}`}
                {...asked}
                onClose={() => setAsked(null)}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface ClaimCardProps {
  readonly claim: AskedClaim;
  readonly now: number;
  readonly onVerdict: (verdict: Verdict) => void;
}

function ClaimCard({ claim, now, onVerdict }: ClaimCardProps) {
  const { maskedName, title, kind, statement } = claim;
  const times = timesText(claim);
  const button = (verdict: Verdict, text: string) => (
    <DeedButton
      isMain={verdict === 'accept'}
      text={text}
      about={`${maskedName} ${title}`}
      onPress={() => onVerdict(verdict)}
    />
  );
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">{`${maskedName}，${title}`}</Heading>
        <Tag tone="amber">{CLAIM_WORDS[kind]}</Tag>
      </Row>
      <Paragraph isSoft>{`${formatPeriod(claim.startsAt, claim.endsAt, now)}，${claim.placeName}`}</Paragraph>
      <Paragraph>{`记录：${recordText(claim)}`}</Paragraph>
      {times === null ? null : <Paragraph>{`申请：${times}`}</Paragraph>}
      <Paragraph>{`说明：${statement}`}</Paragraph>
      <Paragraph isSoft>{`${formatInstant(claim.askedAt, now)} 申请`}</Paragraph>
      {claim.isOwn ? (
        <Paragraph isSoft>这是您自己的记录，请别人来答复。</Paragraph>
      ) : (
        <Row>
          {button('accept', kind === 'notMine' ? '同意作废' : '照申请同意')}
          {kind === 'notMine' ? null : button('reduce', '少于申请')}
          {button('refuse', '不同意')}
        </Row>
      )}
    </Card>
  );
}
