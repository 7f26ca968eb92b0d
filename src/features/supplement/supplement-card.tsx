/** One 补录 as everybody who handles it sees it: who, when, why, and what is suspicious. */
import type { ReactNode } from 'react';

import type { SupplementView } from '@contract/supplement.contract';
import { formatClock, formatInstant, formatMinutes, formatPeriod } from '@/lib/format';
import { anomalyText } from '@/lib/supplement-messages.zh-CN';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { actorsText, REASON_WORDS, STATE_WORDS } from './supplement-words';

interface SupplementCardProps {
  readonly supplement: SupplementView;
  readonly now: number;
  /** what can be done with it */
  readonly children?: ReactNode;
}

export function SupplementCard({ supplement, now, children }: SupplementCardProps) {
  const { maskedName, title, placeName, startsAt, endsAt, checkInAt, checkOutAt } = supplement;
  const { state, anomalies, endReason } = supplement;
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">{`${maskedName}，${title}`}</Heading>
        <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].text}</Tag>
      </Row>
      <Paragraph>
        {`${formatClock(checkInAt)}–${formatClock(checkOutAt)}，补 ${formatMinutes(supplement.minutes)}`}
      </Paragraph>
      <Paragraph>{`${REASON_WORDS[supplement.reason]}：${supplement.reasonText}`}</Paragraph>
      <Paragraph
        isSoft
      >{`${formatPeriod(startsAt, endsAt, now)}，${placeName}，${supplement.teamName}`}</Paragraph>
      <Paragraph
        isSoft
      >{`${actorsText(supplement)}，${formatInstant(supplement.enteredAt, now)} 录入`}</Paragraph>
      {endReason === null ? null : <Paragraph>{`理由：${endReason}`}</Paragraph>}
      {anomalies.length === 0 ? null : (
        <Notice tone="warning" title="请留意">
          {anomalies.map(({ rule, params }) => (
            <Paragraph key={rule}>{anomalyText(rule, params)}</Paragraph>
          ))}
        </Notice>
      )}
      {children}
    </Card>
  );
}
