/** 风险和保障: what one should know before enrolling (AT13.6). */
import type { RiskView } from '@contract/activity.contract';
import { RISK_WORDS } from '@/lib/risk-words';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';

const TONES = { general: 'green', heightened: 'amber', emergency: 'red' } as const;

/** Nothing to say of an everyday activity: no card. */
export function RiskCard({ risk }: { risk: RiskView }) {
  const { level, dangers, insurance, training } = risk;
  if (level === 'general' && dangers === '' && insurance === '' && training === '') return null;
  const { text, detail } = RISK_WORDS[level];
  return (
    <Section title="风险和保障">
      <Card>
        <Row isSpread>
          <Heading level={3}>{`风险：${text}`}</Heading>
          <Tag tone={TONES[level]}>{detail}</Tag>
        </Row>
        <RiskText risk={risk} />
      </Card>
    </Section>
  );
}

export function RiskText({ risk: { dangers, insurance, training } }: { risk: RiskView }) {
  return (
    <>
      {dangers === '' ? null : <Paragraph>{`注意：${dangers}`}</Paragraph>}
      <Paragraph>
        {insurance === '' ? '保险：组织者没有说明，请在报名前问清楚。' : `保险：${insurance}`}
      </Paragraph>
      {training === '' ? null : <Paragraph>{`要先学会：${training}`}</Paragraph>}
    </>
  );
}
