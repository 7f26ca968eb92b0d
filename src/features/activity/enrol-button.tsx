/** 我要报名 or 排队候补, with the children who come along; where the risk is raised, after a look at it. */
import { useState } from 'react';

import { MAXIMUM_COMPANIONS } from '@contract/attendance.contract';
import type { RiskView, ShiftView } from '@contract/activity.contract';
import { CompanionTicks } from '@/lib/my-children';
import { RISK_WORDS } from '@/lib/risk-words';
import { isRegistered, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { Button, type ButtonProps } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';

import { PostTicks } from './post-ticks';
import { RiskText } from './risk-card';
import { hasSeat } from './shift-offer';
import type { Enrolment } from './use-enrolment';

export interface EnrolButtonProps {
  readonly enrolment: Enrolment;
  readonly whenFull: 'refuse' | 'wait';
  /** 岗位 to choose from; absent: the shift has none */
  readonly posts?: ShiftView['posts'];
  /** may one wait for a post that is full? */
  readonly isLineOpen?: boolean;
  readonly risk: RiskView;
  readonly look: Pick<ButtonProps, 'kind' | 'size'>;
}

export function EnrolButton(props: EnrolButtonProps) {
  const { enrolment, posts = [], isLineOpen = false, risk, look } = props;
  const me = useMe().data;
  const mine = useProcedure('guardian.listChildren', {}, { enabled: isRegistered(me) }).data;
  const children = mine?.children.filter(({ isAccompanied }) => isAccompanied) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [postIds, setPostIds] = useState<readonly string[]>([]);
  const wanted = posts.filter(({ postId }) => postIds.includes(postId));
  const areFull = wanted.length > 0 && !wanted.some((post) => hasSeat(post, isLineOpen));
  const whenFull = areFull && isLineOpen ? 'wait' : props.whenFull;
  const verb = whenFull === 'wait' ? '排队候补' : '我要报名';
  const enrol = () => {
    setAsking(false);
    void enrolment.enrol({ childIds: chosen, whenFull, postIds });
  };
  return (
    <>
      {posts.length === 0 ? null : (
        <PostTicks posts={posts} isLineOpen={isLineOpen} chosen={postIds} onChange={setPostIds} />
      )}
      <CompanionTicks
        children={children.slice(0, MAXIMUM_COMPANIONS).map(({ volunteerId, name, age }) => ({
          volunteerId,
          name,
          detail: `${String(age)} 岁，占一个名额`,
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Button
        {...look}
        isLoading={enrolment.isRunning}
        disabled={posts.length > 0 && postIds.length === 0}
        onPress={() => (risk.level === 'general' ? enrol() : setAsking(true))}
      >
        {chosen.length === 0 ? verb : `和孩子一起${whenFull === 'wait' ? '候补' : '报名'}`}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={`这个活动风险：${RISK_WORDS[risk.level].text}`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={enrol}>我知道了，继续</Button>
            <Button kind="secondary" onPress={() => setAsking(false)}>
              再想想
            </Button>
          </>
        }
      >
        <Paragraph>{RISK_WORDS[risk.level].detail}。</Paragraph>
        <RiskText risk={risk} />
      </Dialog>
    </>
  );
}
