/** 我的信息 (MD1): what is stored about me, and what I can do with it. */
import type { MyData } from '@contract/my-data.contract';
import { civilDayOf } from '@domain/time/civil-day';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay, formatInstant } from '@/lib/format';
import { MESSAGE_WORDS } from '@/lib/message-words';
import { openRoute } from '@/lib/open-route';
import { consentsRoute, leaveRoute, messagesRoute, moveRoute, personRoute, profileRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { POLITICAL_WORDS, SKILL_WORDS, slotWords } from '@/lib/skill-words';
import { STANDING_WORDS } from '@/lib/standing-words';
import { useProcedure } from '@/lib/use-procedure';
import { Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

import { ChangePhone } from './change-phone';
import { ARM_WORDS, CHOICE_WORDS, DEED_WORDS, lookWords, originWords, PAUSE_WORDS } from './deed-words';
import { RegisteredOnly } from './registered-only';
import { TakeHome } from './take-home';

export function DataPanel() {
  return <RegisteredOnly back={personRoute}>{() => <MyDataScreen />}</RegisteredOnly>;
}

function MyDataScreen() {
  const data = useProcedure('volunteer.getMyData', {});
  return (
    <Answer of={data} skeleton={<CardSkeleton lines={6} />}>
      {(mine) => (
        <>
          <Stored data={mine} />
          <Said profile={mine.profile} />
          <ChangePhone isVerified={mine.isPhoneVerified} />
          <Deeds />
          <Homes data={mine} />
          <Teams data={mine} />
          <History data={mine} />
          <Reminders data={mine} />
          <TakeHome />
        </>
      )}
    </Answer>
  );
}

const SEX_WORDS: Readonly<Record<MyData['sex'], string>> = { female: '女', male: '男' };

function Stored({ data }: { data: MyData }) {
  const { childNames } = data;
  return (
    <Section title="登记的信息">
      <List>
        <ListRow title="姓名" value={data.name} />
        <ListRow title="身份证号" detail={data.maskedIdNumber} />
        <ListRow title="性别" value={SEX_WORDS[data.sex]} />
        <ListRow title="出生日期" value={formatDay(data.birthDay)} />
        <ListRow
          title="手机号"
          detail={data.isPhoneVerified ? '已由微信验证' : '没有验证过'}
          value={data.maskedPhone}
        />
        <ListRow title="志愿者编号" detail={data.volunteerNumber} />
        <ListRow title="注册日期" value={formatDay(data.registeredDay)} />
        {data.origin === null ? null : <ListRow title="从哪里来注册" detail={originWords(data.origin)} />}
        {childNames.length === 0 ? null : <ListRow title="我的孩子" value={childNames.join('、')} />}
        {data.hasGuardian ? <ListRow title="监护人" value="已登记同意" /> : null}
      </List>
      <Paragraph isSoft isSmall>
        身份证号和手机号加密保存，只显示一部分。
      </Paragraph>
    </Section>
  );
}

function Said({ profile }: Pick<MyData, 'profile'>) {
  const { skills, fields, times, politicalStatus, workUnit } = profile;
  const textOf = (words: readonly string[]): string => (words.length === 0 ? '没有填' : words.join('、'));
  return (
    <Section title="我的资料">
      <List>
        <ListRow title="会什么" detail={textOf(skills.map((skill) => SKILL_WORDS[skill]))} />
        <ListRow title="想做的服务" detail={textOf(fields.map((field) => FIELD_WORDS[field]))} />
        <ListRow title="有空的时间" detail={textOf(times.map(slotWords))} />
        <ListRow
          title="政治面貌"
          value={politicalStatus === null ? '没有填' : POLITICAL_WORDS[politicalStatus]}
        />
        <ListRow title="工作单位" detail={textOf(workUnit === '' ? [] : [workUnit])} />
      </List>
      <Paragraph isSoft isSmall>
        会什么、想做什么、什么时候有空，只有您的队伍和派单的人看得到人数；其他的只有您自己看得到。
      </Paragraph>
    </Section>
  );
}

function Deeds() {
  return (
    <Section title="可以办的事">
      <List>
        <ListRow
          icon="people"
          title="改我的资料"
          detail="会什么、想做什么、什么时候有空，都是选填"
          onPress={() => openRoute(profileRoute())}
        />
        <ListRow
          icon="place"
          title="搬家了，改居住地"
          detail="从今天起算在新的村（社区），以前的服务不变"
          onPress={() => openRoute(moveRoute)}
        />
        <ListRow
          icon="settings"
          title="隐私与授权"
          detail="同意过什么，可以一项一项撤回"
          onPress={() => openRoute(consentsRoute)}
        />
        <ListRow
          icon="info"
          title="注销注册"
          detail="删除身份信息；先告诉您留下什么、删掉什么"
          onPress={() => openRoute(leaveRoute())}
        />
      </List>
    </Section>
  );
}

function Homes({ data }: { data: MyData }) {
  const homes = [...data.homes].reverse();
  return (
    <Section title="居住地">
      <List>
        {homes.map(({ divisionName, fromDay }) => (
          <ListRow
            key={`${fromDay} ${divisionName}`}
            title={divisionName}
            detail={`${formatDay(fromDay)}起`}
          />
        ))}
      </List>
    </Section>
  );
}

function Teams({ data: { teams } }: { data: MyData }) {
  if (teams.length === 0) return null;
  return (
    <Section title="队伍">
      <List>
        {teams.map(({ teamName, standing, changedAt }) => (
          <ListRow
            key={`${teamName} ${String(changedAt)}`}
            title={teamName}
            detail={STANDING_WORDS[standing]}
            value={formatDay(civilDayOf(changedAt))}
          />
        ))}
      </List>
    </Section>
  );
}

function Reminders({ data: { agreements, invitations, invitationPause } }: { data: MyData }) {
  return (
    <Section title="提醒和邀请">
      <List>
        {agreements.map(({ kind, choice, choseAt }) => (
          <ListRow
            key={kind}
            title={MESSAGE_WORDS[kind].title}
            detail={`${formatDay(civilDayOf(choseAt))}选的`}
            value={CHOICE_WORDS[choice]}
          />
        ))}
        <ListRow
          title="活动邀请"
          detail={invitations.map(({ at, arm }) => `${formatDay(civilDayOf(at))}：${ARM_WORDS[arm]}`)}
          value={PAUSE_WORDS[invitationPause]}
        />
        <ListRow
          icon="info"
          title="消息提醒"
          detail="发给我的每一条和结果；在那里开启或停止"
          onPress={() => openRoute(messagesRoute)}
        />
      </List>
    </Section>
  );
}

function History({ data: { deeds, looks } }: { data: MyData }) {
  const now = serverNow();
  return (
    <>
      <Section title="我改过什么">
        {deeds.length === 0 ? (
          <Paragraph isSoft>还没有更改过。</Paragraph>
        ) : (
          <List>
            {deeds.map(({ deed, at }) => (
              <ListRow
                key={`${deed} ${String(at)}`}
                title={DEED_WORDS[deed]}
                value={formatInstant(at, now)}
              />
            ))}
          </List>
        )}
      </Section>
      <Section title="谁看过有我的名单">
        {looks.length === 0 ? (
          <Paragraph isSoft>还没有人看过。</Paragraph>
        ) : (
          <List>
            {looks.map(({ procedure, at }) => (
              <ListRow
                key={`${procedure} ${String(at)}`}
                title={lookWords(procedure)}
                value={formatInstant(at, now)}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
