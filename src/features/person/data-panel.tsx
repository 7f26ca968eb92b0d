/** 我的信息: what is stored about me, and what I can do with it. */
import type { OwnVolunteer } from '@contract/volunteer.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { leaveRoute, moveRoute } from '@/lib/routes';
import { useMe } from '@/lib/use-me';
import { Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

import { NotRegistered } from './not-registered';

export function DataPanel() {
  const me = useMe();
  return (
    <Answer of={me} skeleton={<CardSkeleton lines={5} />}>
      {({ volunteer }) => (volunteer === null ? <NotRegistered /> : <Own volunteer={volunteer} />)}
    </Answer>
  );
}

function Own({ volunteer }: { volunteer: OwnVolunteer }) {
  const { name, volunteerNumber, maskedPhone, divisionName, registeredDay } = volunteer;
  return (
    <>
      <Section title="登记的信息">
        <List>
          <ListRow title="姓名" value={name} />
          <ListRow title="手机号" value={maskedPhone} />
          <ListRow title="居住地" detail={divisionName} />
          <ListRow title="志愿者编号" detail={volunteerNumber} />
          <ListRow title="注册日期" value={formatDay(registeredDay)} />
        </List>
        <Paragraph isSoft isSmall>
          身份证号只用来确认一人注册一次，加密保存，不在任何页面显示。
        </Paragraph>
      </Section>
      <Section title="可以办的事">
        <List>
          <ListRow
            icon="place"
            title="搬家了，改居住地"
            detail="从今天起算在新的村（社区），以前的服务不变"
            onPress={() => openRoute(moveRoute)}
          />
          <ListRow
            icon="info"
            title="注销注册"
            detail="删除身份信息；先告诉您留下什么、删掉什么"
            onPress={() => openRoute(leaveRoute)}
          />
        </List>
      </Section>
    </>
  );
}
