/** 注销 (RG10): one screen that says what goes, what stays and what is cancelled; then it is asked once more. */
import { useRef, useState } from 'react';

import type { Leaving } from '@contract/person.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatCount } from '@/lib/format';
import { openRoute, replaceByRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { checkInRoute, mineRoute } from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';
import { Tick } from '@/ui/tick';

import { NotRegistered } from './not-registered';

/** Everything that looks different once somebody has left. */
const CHANGED = [
  'volunteer.getMe',
  'guardian.listChildren',
  'activity.getShift',
  'attendance.listMyCurrent',
  'attendance.listMyRecords',
  'certificate.listMine',
  'supplement.listMine',
] as const;

export function LeavePanel() {
  const [hasLeft, setLeft] = useState(false);
  const me = useMe();
  const leaving = useProcedure('volunteer.getLeaving', {}, { enabled: isRegistered(me.data) && !hasLeft });
  if (hasLeft) {
    return (
      <Notice
        tone="success"
        title="已注销"
        next={{ text: '返回“我的”', onPress: () => replaceByRoute(mineRoute) }}
      >
        您的身份信息已经删除。感谢您做过的服务；想回来时，可以重新注册。
      </Notice>
    );
  }
  if (me.data !== undefined && !isRegistered(me.data)) return <NotRegistered />;
  return (
    <Answer of={leaving} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <>
          <Consequences leaving={data} />
          <Decision leaving={data} onLeft={() => setLeft(true)} />
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
          <ListRow title="姓名、手机号、身份证号" detail="出生日期只留年份；以后认不出是您" />
          <ListRow title="和这个微信的绑定" detail="时长、记录和证明不能再从这里查看，也找不回来" />
          {upcomingCount === 0 ? null : (
            <ListRow
              title={`还没开始的报名和候补，${formatCount(upcomingCount)} 个`}
              detail="名额让给后面候补的人"
            />
          )}
          {childNames.length === 0 ? null : (
            <ListRow
              title={`您对${childNames.join('、')}的监护同意`}
              detail="孩子的记录保留；要继续参加，请另一位监护人添加"
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

function Decision({ leaving, onLeft }: { leaving: Leaving; onLeft: () => void }) {
  const [isSure, setSure] = useState(false);
  const [isAsking, setAsking] = useState(false);
  // One request until it is answered: sent again, it is the same leaving.
  const requestId = useRef(newRequestId());
  const command = useCommand('volunteer.leave', { invalidates: CHANGED });
  const { openVisit } = leaving;
  if (openVisit !== null) {
    return (
      <Notice
        tone="warning"
        title="您还有一次服务没有签退"
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
    await command.run({ requestId: requestId.current });
    onLeft();
  };
  return (
    <Card>
      <Paragraph isSoft>注销不能恢复。只是搬家、换手机或换微信，不用注销。</Paragraph>
      <Tick text="我看过了，知道注销后不能恢复" isOn={isSure} onChange={setSure} />
      <Button kind="secondary" disabled={!isSure} onPress={() => setAsking(true)}>
        注销我的注册
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
