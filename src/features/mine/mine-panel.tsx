/** 我的: who I am, my hours, my records, my roles, and how the app looks. */
import type { Me } from '@contract/volunteer.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay, formatMinutes } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { RoleEntries } from '@/lib/role-entries';
import {
  certificatesRoute,
  childrenRoute,
  computersRoute,
  coursesRoute,
  messagesRoute,
  mineRoute,
  myHonoursRoute,
  myOrdersRoute,
  mySupplementsRoute,
  myCardRoute,
  personRoute,
  profileRoute,
  recordsRoute,
  registerRoute,
  teamsRoute,
} from '@/lib/routes';
import { isRegistered, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { hasPrivacyContract, openPrivacyContract } from '@/platform/privacy-contract';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { useDisplayMode, type DisplayMode } from '@/ui/display-mode';
import { Figure, Figures } from '@/ui/figure';
import { Card, Columns, Paragraph, Section, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import type { Definition } from '@/ui/sheet';

import { StarCard } from './star-card';

const HOURS_DEFINITION: Definition = {
  title: '我的服务时长',
  entries: [
    {
      term: '怎么算的',
      text: '您每次已确认的服务记录的分钟数之和：从签到到签退，不计场次时间以外、休息用餐路途和重叠的时间；每条记录都写明为什么。',
    },
    { term: '没有签退', text: '不计时长；30 天内可打开这条记录申请更正。' },
    { term: '截至时间', text: '打开本页的这一刻。' },
  ],
};

const ROLE_WORDS: Readonly<Record<Me['roles'][number]['role'], string>> = {
  organiser: '组织者',
  siteManager: '站点管理员',
  countyOffice: '县级管理',
  cityOffice: '市级管理',
  auditor: '审计员',
};

export function MinePanel() {
  const me = useMe();
  return (
    <Answer of={me} skeleton={<CardSkeleton lines={5} />}>
      {(data) => (
        <Columns
          main={
            <>
              <Who me={data} />
              <Orders />
              {isRegistered(data) ? <Hours me={data} /> : null}
              {isRegistered(data) ? <OwnThings /> : null}
              {isRegistered(data) ? <StarCard /> : null}
            </>
          }
          aside={
            <>
              <RoleEntries />
              <Roles me={data} />
              <Appearance />
              <Privacy />
            </>
          }
        />
      )}
    </Answer>
  );
}

function Who({ me }: { me: Me }) {
  const { volunteer } = me;
  if (volunteer === null) {
    return (
      <Card>
        <Heading level={2}>您还没有注册</Heading>
        <Paragraph isSoft>注册后，每一次服务都会记在这里；已在别处注册过的，也从这里找回。</Paragraph>
        <Button size="large" onPress={() => openRoute(registerRoute(mineRoute))}>
          注册成为志愿者
        </Button>
      </Card>
    );
  }
  return (
    <Card>
      <Stack isTight>
        <Heading level={2} className="xf-section__title">
          {volunteer.name}
        </Heading>
        <Paragraph isSoft>{volunteer.divisionName}</Paragraph>
        <Paragraph isSoft isSmall>
          {[
            `志愿者编号 ${volunteer.volunteerNumber}`,
            `${formatDay(volunteer.registeredDay)}注册`,
            `手机 ${volunteer.maskedPhone}`,
          ].join('，')}
        </Paragraph>
      </Stack>
      <Button kind="secondary" onPress={() => openRoute(myCardRoute)}>
        出示我的志愿者证
      </Button>
    </Card>
  );
}

/** For whoever needs a hand, registered or not (DM1). */
function Orders() {
  return (
    <List>
      <ListRow
        icon="people"
        title="点单"
        detail="请志愿者来服务，看我点的单、评单"
        onPress={() => openRoute(myOrdersRoute)}
      />
    </List>
  );
}

function Hours({ me }: { me: Me }) {
  return (
    <Section title="我的服务">
      <Card>
        <Figures hasLongFirst>
          <Figure label="服务时长" value={formatMinutes(me.totalMinutes)} definition={HOURS_DEFINITION} />
          <Figure label="服务次数" value={formatCount(me.recordCount)} unit="次" />
        </Figures>
        <Button kind="secondary" onPress={() => openRoute(recordsRoute)}>
          看我的服务记录
        </Button>
        <Button kind="secondary" onPress={() => openRoute(certificatesRoute)}>
          开证明，看我的证明
        </Button>
      </Card>
    </Section>
  );
}

function OwnThings() {
  return (
    <List>
      <ListRow icon="done" title="我的资料" onPress={() => openRoute(profileRoute())} />
      <ListRow icon="mine" title="我的信息" onPress={() => openRoute(personRoute)} />
      <ListRow icon="people" title="我的孩子" onPress={() => openRoute(childrenRoute)} />
      <ListRow icon="organise" title="加入志愿队伍" onPress={() => openRoute(teamsRoute)} />
      <ListRow icon="board" title="培训课程" onPress={() => openRoute(coursesRoute)} />
      <ListRow icon="star" title="我的表彰" onPress={() => openRoute(myHonoursRoute)} />
      <SupplementsRow />
      <ListRow icon="info" title="消息提醒" onPress={() => openRoute(messagesRoute)} />
    </List>
  );
}

/** Says how many wait for me: only what I confirm counts (AT10.3). */
function SupplementsRow() {
  const mine = useProcedure('supplement.listMine', { cursor: null });
  const waiting = (mine.data?.supplements ?? []).filter(({ state }) => state === 'toConfirm').length;
  return (
    <ListRow
      icon="time"
      title={waiting === 0 ? '我的补录' : `我的补录，${formatCount(waiting)} 条等您确认`}
      onPress={() => openRoute(mySupplementsRoute)}
    />
  );
}

function Roles({ me }: { me: Me }) {
  if (me.roles.length === 0) return null;
  return (
    <Section title="我的角色">
      <List>
        {me.roles.map(({ role, scopeName }) => (
          <ListRow key={`${role} ${scopeName}`} title={ROLE_WORDS[role]} detail={scopeName} />
        ))}
        <ListRow
          title="登录着的电脑"
          detail="用微信扫一扫，可以在电脑上登录"
          onPress={() => openRoute(computersRoute)}
        />
      </List>
    </Section>
  );
}

const MODES: readonly { value: DisplayMode; text: string }[] = [
  { value: 'standard', text: '标准版' },
  { value: 'elder', text: '长辈版' },
];

function Appearance() {
  const { mode, setMode } = useDisplayMode();
  return (
    <Section title="显示">
      <Card>
        <Segmented label="显示方式" value={mode} options={MODES} onChange={setMode} />
        <Paragraph isSoft isSmall>
          长辈版：字更大、按钮更大。随时可以换回来。
        </Paragraph>
      </Card>
    </Section>
  );
}

/** What is collected and why, in WeChat's own page: also to be read after the first consent. */
function Privacy() {
  if (!hasPrivacyContract) return null;
  const open = async () => {
    if (!(await openPrivacyContract())) showToast('没有打开，请稍后再试');
  };
  return (
    <Section title="隐私">
      <Card>
        <Button kind="secondary" onPress={() => void open()}>
          看用户隐私保护指引
        </Button>
      </Card>
    </Section>
  );
}
