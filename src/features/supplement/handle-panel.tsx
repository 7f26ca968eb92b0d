/** 补录办理 (AT10): what waits for a check, for the volunteer, what has ended, and what the office asks. */
import { useState } from 'react';

import type { SupplementView } from '@contract/supplement.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { EmptyState } from '@/ui/states';

import { CaseList } from './case-list';
import { ReasonDialog } from './reason-dialog';

const GROUPS = [
  { value: 'toCheck', text: '等核对' },
  { value: 'toConfirm', text: '等本人' },
  { value: 'ended', text: '已办完' },
] as const;
type Group = (typeof GROUPS)[number]['value'];

const NOTHING: Readonly<Record<Group, string>> = {
  toCheck: '别的组织者录入的补录会在这里，等您核对；自己录的由别人核对。',
  toConfirm: '核对通过、等志愿者本人确认的会在这里。',
  ended: '确认、退回、过期或作废的会在这里。',
};

export function HandlePanel() {
  const [group, setGroup] = useState<Group>('toCheck');
  return (
    <>
      <Questions />
      <Segmented label="看哪些补录" value={group} options={GROUPS} onChange={setGroup} />
      <Supplements key={group} group={group} />
    </>
  );
}

type Deed = 'pass' | 'refuse';

function Supplements({ group }: { group: Group }) {
  const pages = usePages('supplement.listToHandle', group, (cursor) => ({ group, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const supplements = found.flatMap((page) => page.supplements);
        return (
          <>
            {supplements.length === 0 ? (
              <EmptyState icon="done" title="现在没有" text={NOTHING[group]} />
            ) : null}
            <CaseList<SupplementView, Deed>
              cases={supplements}
              supplementOf={(supplement) => supplement}
              deeds={(supplement, onDeed) => <Deeds supplement={supplement} onDeed={onDeed} />}
              dialog={(supplement, deed, onClose) => (
                <CheckDialog supplement={supplement} isAccepted={deed === 'pass'} onClose={onClose} />
              )}
            />
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

interface DeedsProps {
  readonly supplement: SupplementView;
  readonly onDeed: (deed: Deed | 'detail') => void;
}

function Deeds({ supplement, onDeed }: DeedsProps) {
  const { maskedName, title, evidenceCount, state, isOwn } = supplement;
  const mayCheck = state === 'toCheck' && !isOwn;
  const about = `${maskedName} ${title}`;
  return (
    <>
      {state === 'toCheck' && isOwn ? (
        <Paragraph isSoft>这是您录入的或您自己的，请让别人来核对。</Paragraph>
      ) : null}
      <Row>
        <DeedButton
          text={`看佐证（${String(evidenceCount)}）`}
          about={about}
          onPress={() => onDeed('detail')}
        />
        {mayCheck ? <DeedButton isMain text="核对通过" about={about} onPress={() => onDeed('pass')} /> : null}
        {mayCheck ? <DeedButton text="退回" about={about} onPress={() => onDeed('refuse')} /> : null}
      </Row>
    </>
  );
}

interface CheckDialogProps {
  readonly supplement: SupplementView;
  readonly isAccepted: boolean;
  readonly onClose: () => void;
}

function CheckDialog({ supplement, isAccepted, onClose }: CheckDialogProps) {
  const command = useCommand('supplement.check', {
    invalidates: ['supplement.listToHandle', 'supplement.getDesk'],
  });
  const { supplementId, maskedName, title } = supplement;
  return (
    <ReasonDialog
      title={isAccepted ? '核对通过？' : '退回这条补录？'}
      verb={isAccepted ? '通过' : '退回'}
      done={isAccepted ? '已通过，等本人确认' : '已退回，额度已还'}
      label={isAccepted ? '核对说明' : '退回理由'}
      isOptional={isAccepted}
      command={command}
      onClose={onClose}
      run={(requestId, reason) => command.run({ requestId, supplementId, isAccepted, reason })}
    >
      <Paragraph>{`${maskedName}，${title}`}</Paragraph>
    </ReasonDialog>
  );
}

function Questions() {
  const pages = usePages('supplement.listQuestions', 'asked', (cursor) => ({ cursor }));
  const [asked, setAsked] = useState<SupplementView | null>(null);
  const questions = (pages.data ?? []).flatMap((page) => page.questions);
  if (questions.length === 0) return null;
  return (
    <Section title="办公室的询问">
      {questions.map(({ supplement, question }) => (
        <Card key={supplement.supplementId}>
          <Paragraph>{`${supplement.maskedName}，${supplement.title}`}</Paragraph>
          <Paragraph>{`问：${question}`}</Paragraph>
          <Button
            kind="secondary"
            label={`回复 ${supplement.maskedName} ${supplement.title}`}
            onPress={() => setAsked(supplement)}
          >
            回复
          </Button>
        </Card>
      ))}
      <MoreButton of={pages} />
      {asked === null ? null : (
        <ReplyDialog
          supplement={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </Section>
  );
}

function ReplyDialog({ supplement, onClose }: { supplement: SupplementView; onClose: () => void }) {
  const command = useCommand('supplement.answerQuestion', { invalidates: ['supplement.listQuestions'] });
  const { supplementId, maskedName, title } = supplement;
  return (
    <ReasonDialog
      title="回复办公室"
      verb="提交回复"
      done="已回复"
      label="说明"
      hint="至少两个字。"
      command={command}
      onClose={onClose}
      run={(requestId, answer) => command.run({ requestId, supplementId, answer })}
    >
      <Paragraph>{`${maskedName}，${title}`}</Paragraph>
    </ReasonDialog>
  );
}
