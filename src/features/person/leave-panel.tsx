/** 注销 (RG10): one screen says what goes, what stays and what is cancelled; then it asks once more. */
import { useRef, useState } from 'react';

import type { Leaving } from '@contract/person.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatCount } from '@/lib/format';
import { openRoute, replaceByRoute } from '@/lib/open-route';
import { invalidateAnswers } from '@/lib/query-client';
import { newRequestId } from '@/lib/request-id';
import { checkInRoute, mineRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';
import { Tick } from '@/ui/tick';

import { RegisteredOnly } from './registered-only';

/** Everything that looks different once somebody has left. */
const CHANGED = [
  'volunteer.getMe',
  'guardian.listChildren',
  'activity.getShift',
  'attendance.listMyCurrent',
  'attendance.listMyRecords',
  'certificate.listMine',
  'message.getSubscriptions',
  'message.listMine',
  'supplement.listMine',
] as const;

/** `childId`: a child whose profile one keeps; null: oneself. */
export function LeavePanel({ childId }: { childId: string | null }) {
  const [hasLeft, setLeft] = useState(false);
  if (hasLeft) {
    return (
      <Notice
        tone="success"
        title="已注销"
        next={{ text: '返回“我的”', onPress: () => replaceByRoute(mineRoute) }}
      >
        身份信息已经删除。感谢做过的每一次服务；想回来时，可以重新注册。
      </Notice>
    );
  }
  const finish = () => {
    setLeft(true);
    void invalidateAnswers(CHANGED);
  };
  return <RegisteredOnly>{() => <LeaveScreen childId={childId} onLeft={finish} />}</RegisteredOnly>;
}

interface LeaveScreenProps {
  readonly childId: string | null;
  readonly onLeft: () => void;
}

function LeaveScreen({ childId, onLeft }: LeaveScreenProps) {
  const leaving = useProcedure('volunteer.getLeaving', { childId });
  return (
    <Answer of={leaving} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <>
          {childId === null ? null : (
            <Paragraph>{`这里注销的是${data.name}的注册，您自己的不变。`}</Paragraph>
          )}
          <Consequences leaving={data} />
          <Decision leaving={data} childId={childId} onLeft={onLeft} />
        </>
      )}
    </Answer>
  );
}

function Consequences({ leaving }: { leaving: Leaving }) {
  const { upcomingCount, childNames } = leaving;
  return (
    <>
      <Section title="会删掉">
        <List>
          <ListRow title="姓名、手机号、身份证号" detail="出生日期只留年份；以后认不出是谁" />
          <ListRow title="查看和找回" detail="时长、记录和证明不能再从这里查看，也找不回来" />
          <ListRow title="微信提醒" detail="同意过的提醒，和还没发出的消息" />
          {upcomingCount === 0 ? null : (
            <ListRow
              title={`还没开始的报名和候补，${formatCount(upcomingCount)} 个`}
              detail="名额让给后面候补的人"
            />
          )}
          {childNames.length === 0 ? null : (
            <ListRow
              title={`您对${childNames.join('、')}的监护同意`}
              detail="孩子的注册还在；不想留的，请先在“我的孩子”里注销"
            />
          )}
        </List>
      </Section>
      <Section title="会留下">
        <List>
          <ListRow title="已经服务过的场次和分钟" detail="不带姓名，只用于统计；过去的名单里只剩姓氏和星号" />
          <ListRow
            title="已经开出的证明"
            detail="仍可查验真伪，证明上的姓名照旧；不想留的，请先在“我的证明”里作废"
          />
          <ListRow title="等别人审批的时长" detail="照常审批；等您确认的补录不再确认，到期自动结束" />
        </List>
      </Section>
    </>
  );
}

function Decision({ leaving, childId, onLeft }: LeaveScreenProps & { readonly leaving: Leaving }) {
  const [isSure, setSure] = useState(false);
  const [isAsking, setAsking] = useState(false);
  // One request until it is answered: sent again, it is the same leaving.
  const requestId = useRef(newRequestId());
  const command = useCommand('volunteer.leave');
  const { openVisit } = leaving;
  if (openVisit !== null) {
    return (
      <Notice
        tone="warning"
        title="还有一次服务没有签退"
        next={{
          text: '去签退',
          onPress: () => openRoute(checkInRoute(openVisit.shiftId, { isLeaving: true })),
        }}
      >
        {`请先为“${openVisit.title}”签退，时长才能记上；已过签退时间的，稍后自动结束。`}
      </Notice>
    );
  }
  const leave = async () => {
    await command.run({ requestId: requestId.current, childId });
    onLeft();
  };
  return (
    <Card>
      <Paragraph isSoft>注销不能恢复。只是搬家、换手机或换微信，不用注销。</Paragraph>
      <Tick text="我看过了，知道注销后不能恢复" isOn={isSure} onChange={setSure} />
      <Button kind="secondary" disabled={!isSure} onPress={() => setAsking(true)}>
        {childId === null ? '注销我的注册' : `注销${leaving.name}的注册`}
      </Button>
      {isAsking ? (
        <CommandDialog
          title="确定注销吗？"
          verb="注销"
          keep="先不注销"
          done="已注销"
          run={leave}
          command={command}
          onClose={() => setAsking(false)}
        >
          <Paragraph>姓名、手机号和身份证号会立即删除，不能恢复。</Paragraph>
        </CommandDialog>
      ) : null}
    </Card>
  );
}
