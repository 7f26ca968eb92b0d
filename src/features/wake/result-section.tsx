/** 结果 (WK7, WK8): both arms in whole people, the difference with its interval, and what that lets one say. */
import { useState } from 'react';

import { formatRatio, ratioOf } from '@domain/statistics/ratio';
import { civilDayOf } from '@domain/time/civil-day';
import type { ArmCounts, WakeView } from '@contract/wake.contract';
import { formatAsOf, formatDay } from '@/lib/format';
import { useNow } from '@/lib/use-now';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { DefinitionSheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { differenceText, intervalText, peopleText, upliftSentence, WAKE_DEFINITION } from './wake-words';

export function ResultSection({ wake: { result } }: { wake: WakeView }) {
  const [isOpen, setOpen] = useState(false);
  const action = (
    <Button
      kind="text"
      size="small"
      label="结果的口径"
      onPress={() => {
        setOpen(true);
      }}
    >
      口径
    </Button>
  );
  return (
    <Section title="结果" action={action}>
      {result === null ? (
        <Notice tone="info">邀请完就清点，以后每天一次。</Notice>
      ) : (
        <>
          <Uplift result={result} />
          <Arm title="受邀的" arm={result.arms.invited} isInvited />
          <Arm title="对照（随机留出，没有邀请）" arm={result.arms.holdOut} isInvited={false} />
          <Paragraph isSoft isSmall>
            {formatAsOf(result.asOf)}
          </Paragraph>
        </>
      )}
      <DefinitionSheet
        definition={{ title: '结果的口径', entries: [...WAKE_DEFINITION] }}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </Section>
  );
}

type Result = NonNullable<WakeView['result']>;

function Uplift({ result: { uplift, lastDay } }: { result: Result }) {
  const today = civilDayOf(useNow(60_000));
  const isOver = lastDay !== null && today > lastDay;
  return (
    <Card>
      <Heading level={3}>{`增量：${uplift === null ? '—' : differenceText(uplift)}`}</Heading>
      {uplift === null ? null : <Paragraph>{`95% 区间：${intervalText(uplift)}`}</Paragraph>}
      <Paragraph>{upliftSentence(uplift)}</Paragraph>
      {isOver || lastDay === null ? null : (
        <Paragraph isSoft>{`还没到期：算到 ${formatDay(lastDay)}，到期前的数字只是半程。`}</Paragraph>
      )}
    </Card>
  );
}

function Arm({ title, arm, isInvited }: { title: string; arm: ArmCounts; isInvited: boolean }) {
  const ratio = ratioOf(arm.served, arm.assigned);
  return (
    <Card>
      <Heading level={3}>{title}</Heading>
      <List>
        <ListRow title="分到这组" value={peopleText(arm.assigned)} />
        {isInvited ? (
          <>
            <ListRow title="送达" detail="微信提醒已发出，或打开过邀请" value={peopleText(arm.reached)} />
            <ListRow title="打开" value={peopleText(arm.opened)} />
          </>
        ) : null}
        <ListRow title="报名" value={peopleText(arm.enrolled)} />
        <ListRow
          title="来服务"
          detail={ratio === null ? '没有人，算不出比例' : `占 ${formatRatio(ratio)}`}
          value={peopleText(arm.served)}
        />
      </List>
    </Card>
  );
}
