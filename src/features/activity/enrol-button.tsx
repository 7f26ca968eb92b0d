/** 我要报名 or 排队候补, with the children who come along; where the risk is raised, after a look at it. */
import { useState } from 'react';

import { MAXIMUM_COMPANIONS } from '@contract/attendance.contract';
import type { RiskView } from '@contract/activity.contract';
import { CompanionTicks } from '@/lib/my-children';
import { RISK_WORDS } from '@/lib/risk-words';
import { isRegistered, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { Button, type ButtonProps } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';

import { RiskText } from './risk-card';
import type { Enrolment } from './use-enrolment';

export interface EnrolButtonProps {
  readonly enrolment: Enrolment;
  readonly whenFull: 'refuse' | 'wait';
  readonly risk: RiskView;
  readonly look: Pick<ButtonProps, 'kind' | 'size'>;
}

export function EnrolButton({ enrolment, whenFull, risk, look }: EnrolButtonProps) {
  const me = useMe().data;
  const mine = useProcedure('guardian.listChildren', {}, { enabled: isRegistered(me) }).data;
  const children = mine?.children.filter(({ isAccompanied }) => isAccompanied) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const verb = whenFull === 'wait' ? '排队候补' : '我要报名';
  const enrol = () => {
    setAsking(false);
    void enrolment.enrol({ childIds: chosen, whenFull });
  };
  return (
    <>
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
