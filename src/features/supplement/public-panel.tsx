/** 补录公示 (AT10): readable without a registration; whoever knows better objects. */
import { useState } from 'react';

import type { PublicSupplement } from '@contract/supplement.contract';
import type { ObjectionKind } from '@contract/supplement-review.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatInstant, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/field';
import { Card, Grid, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { ReasonDialog } from './reason-dialog';
import { actorsText, OBJECTION_OPTIONS, REASON_WORDS, STATE_WORDS } from './supplement-words';

export function PublicPanel() {
  const pages = usePages('supplement.listPublic', 'public', (cursor) => ({ cursor }));
  const now = useNow(60_000);
  const [asked, setAsked] = useState<PublicSupplement | null>(null);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={8} />}>
      {(found) => {
        const supplements = found.flatMap((page) => page.supplements);
        return (
          <>
            <Card>
              <Paragraph>
                {`最近 ${String(found[0]?.days ?? 0)} 天事后补录的服务，办理中的和已确认的都在这里。` +
                  '发现不属实的，请提出异议，办公室会复核；不公开提出的人。'}
              </Paragraph>
            </Card>
            {supplements.length === 0 ? (
              <EmptyState icon="done" title="没有补录" text="这段时间没有事后补录的服务。" />
            ) : null}
            <Grid minWidthPx={320}>
              {supplements.map((one) => (
                <PublicCard key={one.publicId} supplement={one} now={now} onObject={() => setAsked(one)} />
              ))}
            </Grid>
            <MoreButton of={pages} />
            {asked === null ? null : (
              <ObjectionDialog
                supplement={asked}
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

interface PublicCardProps {
  readonly supplement: PublicSupplement;
  readonly now: number;
  readonly onObject: () => void;
}

function PublicCard({ supplement, now, onObject }: PublicCardProps) {
  const { maskedName, title, teamName, minutes, reason, endsAt, state } = supplement;
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">{`${maskedName}，${title}`}</Heading>
        <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].text}</Tag>
      </Row>
      <Paragraph>{`补 ${formatMinutes(minutes)}，${REASON_WORDS[reason]}`}</Paragraph>
      <Paragraph isSoft>{`${teamName}，${formatInstant(endsAt, now)} 结束的服务`}</Paragraph>
      <Paragraph
        isSoft
      >{`${actorsText(supplement)}，${formatInstant(supplement.enteredAt, now)} 录入`}</Paragraph>
      <Button kind="text" label={`提出异议 ${maskedName} ${title}`} onPress={onObject}>
        提出异议
      </Button>
    </Card>
  );
}

function isKind(text: string): text is ObjectionKind {
  return OBJECTION_OPTIONS.some(({ value }) => value === text);
}

function ObjectionDialog({ supplement, onClose }: { supplement: PublicSupplement; onClose: () => void }) {
  const [kind, setKind] = useState<ObjectionKind>('notThere');
  const command = useCommand('supplement.object');
  const { publicId, maskedName, title } = supplement;
  return (
    <ReasonDialog
      title="提出异议"
      verb="提交异议"
      done="已收到，办公室会复核"
      label="补充说明"
      hint="不要写别人的电话、住址。"
      isOptional
      command={command}
      onClose={onClose}
      run={(requestId, text) => command.run({ requestId, publicId, kind, text })}
    >
      <Paragraph>{`${maskedName}，${title}`}</Paragraph>
      <SelectField
        label="哪里不对"
        value={kind}
        options={OBJECTION_OPTIONS}
        onChange={(value) => {
          if (isKind(value)) setKind(value);
        }}
      />
    </ReasonDialog>
  );
}
