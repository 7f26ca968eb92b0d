/** 我的孩子: whom I act for or consent to, adding one, and ending it. */
import { useState } from 'react';

import type { ChildView } from '@contract/guardian.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay, formatMinutes } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { childrenRoute, leaveRoute, registerRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Dialog } from '@/ui/sheet';
import { EmptyState, Notice } from '@/ui/states';

import { ChildForm } from './child-form';
import { RELATION_WORDS } from './relation-words';

export function ChildrenPanel() {
  const me = useMe();
  const children = useProcedure('guardian.listChildren', {}, { enabled: isRegistered(me.data) });
  if (me.data !== undefined && !isRegistered(me.data)) {
    return (
      <EmptyState
        title="您还没有注册"
        text="监护人自己先注册成为志愿者，再添加孩子，就能带孩子一起参加。"
        next={{ text: '去注册', onPress: () => openRoute(registerRoute(childrenRoute)) }}
      />
    );
  }
  return (
    <Answer of={children} skeleton={<CardSkeleton lines={4} />}>
      {(data) => (
        <>
          {data.children.length === 0 ? (
            <EmptyState
              title="还没有添加孩子"
              text="添加后，您可以带不满 14 周岁的孩子一起报名、一起签到。"
            />
          ) : (
            data.children.map((child) => <ChildCard key={child.volunteerId} child={child} />)
          )}
          <Section title="添加孩子">
            <ChildForm />
          </Section>
        </>
      )}
    </Answer>
  );
}

function ChildCard({ child }: { child: ChildView }) {
  const { name, age, relation, isAccompanied, consentedDay, totalMinutes } = child;
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{name}</Heading>
        <Tag tone={isAccompanied ? 'green' : 'plain'}>{isAccompanied ? '由您带着参加' : '自己报名'}</Tag>
      </Row>
      <Paragraph isSoft>
        {`${String(age)} 岁，您是${RELATION_WORDS[relation]}；${formatDay(consentedDay)}同意参加志愿服务。`}
      </Paragraph>
      <Paragraph isSoft>{`已确认服务 ${formatMinutes(totalMinutes)}`}</Paragraph>
      <EndChild child={child} />
      {isAccompanied ? (
        <Button kind="text" onPress={() => openRoute(leaveRoute(child.volunteerId))}>
          {`注销${name}的注册`}
        </Button>
      ) : null}
    </Card>
  );
}

function EndChild({ child }: { child: ChildView }) {
  const [isAsking, setAsking] = useState(false);
  const ending = useCommand('guardian.endChild', {
    invalidates: ['guardian.listChildren', 'activity.getShift', 'attendance.listMyCurrent'],
  });
  const words = ending.error === null ? null : messageOf(ending.error);
  const end = () => {
    setAsking(false);
    // The refusal is shown below; nothing more is to be done with it here.
    ending.run({ requestId: newRequestId(), childId: child.volunteerId }).catch(() => undefined);
  };
  return (
    <>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button kind="secondary" isLoading={ending.isRunning} onPress={() => setAsking(true)}>
        撤回同意
      </Button>
      <Dialog
        isOpen={isAsking}
        title={`撤回对${child.name}的同意？`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={end}>撤回同意</Button>
            <Button kind="secondary" onPress={() => setAsking(false)}>
              先不撤回
            </Button>
          </>
        }
      >
        <Paragraph>还没开始的报名和候补会一起取消；已有的服务记录都保留。以后可以重新添加。</Paragraph>
      </Dialog>
    </>
  );
}
