/** 档案申请 (RM7): what waits for another office person, and what was decided. */
import { useState } from 'react';

import type { PersonRequestView } from '@contract/person-request.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatInstant } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { peopleRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { DecideDialog } from './decide-dialog';
import { progressOf, STATE_TAGS, subjectOf } from './request-words';

interface Asked {
  readonly request: PersonRequestView;
  readonly isApproved: boolean;
}

export function RequestsPanel() {
  const [group, setGroup] = useState<'open' | 'ended'>('open');
  const [asked, setAsked] = useState<Asked | null>(null);
  const pages = usePages('person.listRequests', group, (cursor) => ({ isOpen: group === 'open', cursor }));
  const now = useNow(60_000);
  return (
    <>
      <Button onPress={() => openRoute(peopleRoute)}>找志愿者，提出申请</Button>
      <Segmented
        label="哪些申请"
        value={group}
        options={[
          { value: 'open', text: '在办' },
          { value: 'ended', text: '办过的' },
        ]}
        onChange={setGroup}
      />
      <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
        {(found) => {
          const requests = found.flatMap((page) => page.requests);
          if (requests.length === 0) {
            return (
              <EmptyState
                icon="done"
                title="没有申请"
                text="重复注册的要合并，姓名、身份证号写错的要更正，提出后列在这里。"
              />
            );
          }
          const mayDecide = found[0]?.mayDecide ?? false;
          return (
            <>
              {requests.map((request) => (
                <RequestCard
                  key={request.personRequestId}
                  request={request}
                  now={now}
                  mayDecide={mayDecide}
                  onDecide={(isApproved) => {
                    setAsked({ request, isApproved });
                  }}
                />
              ))}
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
      {asked === null ? null : (
        <DecideDialog
          {...asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

interface RequestCardProps {
  readonly request: PersonRequestView;
  readonly now: number;
  readonly mayDecide: boolean;
  readonly onDecide: (isApproved: boolean) => void;
}
function RequestCard({ request, now, mayDecide, onDecide }: RequestCardProps) {
  const { text, tone } = STATE_TAGS[request.state];
  const { volunteerNumber, otherVolunteerNumber, reason, evidence, makerName, askedAt } = request;
  const progress = progressOf(request);
  const numbers = [otherVolunteerNumber, volunteerNumber].filter((number) => number !== null);
  const isWaiting = request.state === 'waiting' && mayDecide;
  const decide = (isApproved: boolean) => (
    <DeedButton
      isMain={isApproved}
      text={isApproved ? '核准' : '退回'}
      about={subjectOf(request)}
      onPress={() => {
        onDecide(isApproved);
      }}
    />
  );
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">
          {subjectOf(request)}
        </Heading>
        <Tag tone={tone}>{text}</Tag>
      </Row>
      <Paragraph isSoft>{`编号 ${numbers.join('，并入 ')}`}</Paragraph>
      <Paragraph>{`理由：${reason}`}</Paragraph>
      <Paragraph>{`依据：${evidence}`}</Paragraph>
      <Paragraph isSoft>{`${makerName}，${formatInstant(askedAt, now)}提出`}</Paragraph>
      {request.decidedAt === null ? null : (
        <Paragraph isSoft>
          {`${request.checkerName ?? ''}，${formatInstant(request.decidedAt, now)}办理`}
        </Paragraph>
      )}
      {request.refusalReason === null ? null : <Paragraph>{`退回：${request.refusalReason}`}</Paragraph>}
      {progress === null ? null : <Paragraph>{progress}</Paragraph>}
      {isWaiting && request.isOwn ? (
        <Paragraph isSoft>这是您提出的或关于您的申请，请让另一位办公室人员核准。</Paragraph>
      ) : null}
      {isWaiting && !request.isOwn ? (
        <Row>
          {decide(true)}
          {decide(false)}
        </Row>
      ) : null}
    </Card>
  );
}
