/** 补录复核 (AT10): what is suspicious or objected to, with the reasons; accept, take back, or ask. */
import { useState } from 'react';

import type { ReviewView } from '@contract/supplement-review.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { BatchBar } from '@/lib/batch-bar';
import { DeedButton } from '@/lib/deed-button';
import { formatInstant } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useAddressChoice } from '@/lib/use-address-choice';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Segmented } from '@/ui/choice';
import { Paragraph, Row } from '@/ui/layout';
import { EmptyState, Notice } from '@/ui/states';

import { CaseList } from './case-list';
import { ReasonDialog } from './reason-dialog';
import { REVIEW_BATCHES, reviewColumns } from './review-table';
import { OBJECTION_WORDS } from './supplement-words';

const GROUPS = [
  { value: 'open', text: '待复核' },
  { value: 'asked', text: '等说明' },
  { value: 'decided', text: '已办结' },
] as const;
type Group = (typeof GROUPS)[number]['value'];

const NOTHING: Readonly<Record<Group, string>> = {
  open: '系统标出的可疑补录和收到的异议会在这里。',
  asked: '要求组织单位说明、还没有回复的会在这里。',
  decided: '认可或作废的会在这里。',
};

type Deed = 'accept' | 'void' | 'ask';

export function ReviewPanel() {
  const [group, setGroup] = useAddressChoice<Group>('group', ['open', 'asked', 'decided']);
  return (
    <>
      <Segmented label="看哪些" value={group} options={GROUPS} onChange={setGroup} />
      <Reviews key={group} group={group} />
    </>
  );
}

function Reviews({ group }: { group: Group }) {
  const pages = usePages('supplement.listReviews', group, (cursor) => ({ group, cursor }));
  const [keys, setKeys] = useState<readonly string[]>([]);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const reviews = found.flatMap((page) => page.reviews);
        const mayDecide = (found[0]?.mayDecide ?? false) && group !== 'decided';
        return (
          <>
            {reviews.length === 0 ? <EmptyState icon="done" title="现在没有" text={NOTHING[group]} /> : null}
            <CaseList<ReviewView, Deed>
              cases={reviews}
              supplementOf={({ supplement }) => supplement}
              deeds={(review, onDeed, now) => (
                <>
                  <Case review={review} now={now} />
                  <Deeds review={review} mayDecide={mayDecide} onDeed={onDeed} />
                </>
              )}
              table={{
                label: '补录复核',
                columns: reviewColumns,
                onMore: pages.hasMore ? pages.loadMore : undefined,
                deeds: (review, onDeed) => (
                  <Deeds isInTable review={review} mayDecide={mayDecide} onDeed={onDeed} />
                ),
                ...(mayDecide ? { selection: { keys, isSelectable: () => true, onChange: setKeys } } : {}),
              }}
              dialog={(review, deed, onClose) => (
                <DecideDialog review={review} deed={deed} onClose={onClose} />
              )}
            />
            <MoreButton of={pages} />
            <BatchBar
              choices={REVIEW_BATCHES}
              keys={keys}
              nameOf={(key) =>
                nameOf(
                  reviews.find(({ supplement }) => supplement.supplementId === key),
                  key,
                )
              }
              invalidates={['supplement.listReviews']}
              onChange={setKeys}
            />
          </>
        );
      }}
    </Answer>
  );
}

function nameOf(review: ReviewView | undefined, key: string): string {
  return review === undefined ? key : `${review.supplement.maskedName}，${review.supplement.title}`;
}

/** Objections, question and answer, and what was decided. */
function Case({ review, now }: { review: ReviewView; now: number }) {
  const { objections, question, answer, answeredBy, decidedBy, decidedAt, state } = review;
  return (
    <>
      {objections.length === 0 ? null : (
        <Notice tone="warning" title={`收到 ${String(objections.length)} 条异议`}>
          {objections.map(({ kind, text, at }) => (
            <Paragraph key={`${String(at)} ${kind}`}>
              {`${formatInstant(at, now)}：${OBJECTION_WORDS[kind]}${text === '' ? '' : `，${text}`}`}
            </Paragraph>
          ))}
        </Notice>
      )}
      {question === null ? null : <Paragraph>{`问：${question}`}</Paragraph>}
      {answer === null ? null : <Paragraph>{`答（${answeredBy ?? ''}）：${answer}`}</Paragraph>}
      {decidedAt === null ? null : (
        <Paragraph isSoft>
          {`${formatInstant(decidedAt, now)}，${decidedBy ?? ''}${state === 'accepted' ? '认可' : '作废'}`}
        </Paragraph>
      )}
    </>
  );
}

interface DeedsProps {
  readonly review: ReviewView;
  readonly mayDecide: boolean;
  /** a press on the row looks closer */
  readonly isInTable?: boolean;
  readonly onDeed: (deed: Deed | 'detail') => void;
}

function Deeds({ review, mayDecide, isInTable = false, onDeed }: DeedsProps) {
  const { maskedName, title } = review.supplement;
  const button = (deed: Deed | 'detail', text: string) => (
    <DeedButton
      isMain={deed === 'accept' && !isInTable}
      text={text}
      about={`${maskedName} ${title}`}
      onPress={() => onDeed(deed)}
    />
  );
  return (
    <Row>
      {isInTable ? null : button('detail', '看佐证和经过')}
      {mayDecide ? button('accept', '认可') : null}
      {mayDecide ? button('ask', '要求说明') : null}
      {mayDecide ? button('void', '作废') : null}
    </Row>
  );
}

const WORDS = {
  accept: { title: '认可这条补录？', verb: '认可', done: '已认可', label: '说明' },
  ask: { title: '要求组织单位说明', verb: '发出', done: '已发出', label: '想问什么' },
  void: { title: '作废这条补录？', verb: '作废', done: '已作废', label: '理由' },
} as const;

function DecideDialog({ review, deed, onClose }: { review: ReviewView; deed: Deed; onClose: () => void }) {
  const command = useCommand('supplement.decideReview', { invalidates: ['supplement.listReviews'] });
  const { supplementId, maskedName, title } = review.supplement;
  return (
    <ReasonDialog
      {...WORDS[deed]}
      isOptional={deed === 'accept'}
      {...(deed === 'void' ? { hint: '已计入的时长会冲回；志愿者和组织单位会看到理由。' } : {})}
      command={command}
      onClose={onClose}
      run={(requestId, reason) => command.run({ requestId, supplementId, deed, reason })}
    >
      <Paragraph>{`${maskedName}，${title}`}</Paragraph>
    </ReasonDialog>
  );
}
