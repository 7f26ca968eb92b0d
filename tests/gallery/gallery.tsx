/** The design system on one page, to be looked at: `npx tsx scripts/screenshot.ts gallery`. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

import { Button } from '@/ui/button';
import { Segmented, Stepper } from '@/ui/choice';
import { CountdownRing } from '@/ui/countdown-ring';
import { DisplayModeProvider, useDisplayMode } from '@/ui/display-mode';
import { DateField, SelectField, TextAreaField, TextField, TimeField } from '@/ui/field';
import { BarRow, Figure, Figures } from '@/ui/figure';
import { Card, Columns, Grid, Row, Section, Stack, Tag } from '@/ui/layout';
import { List, ListRow, PictureCard } from '@/ui/list';
import { Screen } from '@/ui/screen';
import { Dialog } from '@/ui/sheet';
import { ShellProvider, type Shell } from '@/ui/shell';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

const nothing = () => undefined;
const picture = '/hero.png';

const shell: Shell = {
  brand: '向锋',
  banner: '演示数据：人和活动都是虚构的',
  items: [
    { path: '/pages/home/index', text: '首页', icon: 'home' },
    { path: '/pages/projects/index', text: '项目', icon: 'projects' },
    { path: '/pages/check-in-hub/index', text: '签到', icon: 'check-in' },
    { path: '/pages/mine/index', text: '我的', icon: 'mine' },
    { path: '/packages/organiser/activities/index', text: '活动管理', icon: 'organise', group: '组织' },
    { path: '/packages/office/board/index', text: '数据看板', icon: 'board', group: '办公' },
  ],
};

const definition = {
  title: '活跃度',
  entries: [
    { term: '怎么算', text: '今年至少参加过一次服务的注册志愿者 ÷ 注册志愿者' },
    { term: '数据来源', text: '签到、签退记录，每五分钟汇总一次' },
  ],
};

function Numbers() {
  const asOf = '截至今天 14:05';
  return (
    <Card>
      <Figures>
        <Figure
          label="注册志愿者"
          value="128,406"
          unit="人"
          detail="占常住人口 15.61%"
          asOf={asOf}
          definition={definition}
        />
        <Figure
          label="今年活跃"
          value="46,210"
          unit="人"
          detail="比上月 +1,204"
          asOf={asOf}
          definition={definition}
          onPress={nothing}
        />
        <Figure label="活跃度" value="36.0%" detail="46,210 ÷ 128,406" asOf={asOf} definition={definition} />
      </Figures>
    </Card>
  );
}

function Ranking() {
  const rows = [
    ['1', '汶川县', '48.2%', 1],
    ['2', '九寨沟县', '41.7%', 0.865],
    ['3', '马尔康市', '36.0%', 0.747],
    ['', '阿坝藏族羌族自治州若尔盖县', '—', undefined],
  ] as const;
  return (
    <Section title="各县活跃度">
      <Card>
        <Stack isTight>
          {rows.map(([rank, label, value, share]) => (
            <BarRow
              key={label}
              rank={rank}
              label={label}
              value={value}
              detail="3,204 ÷ 6,647"
              share={share}
              targetShare={0.6}
              isCurrent={rank === '3'}
              onPress={nothing}
            />
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

function Form() {
  const [text, setText] = useState('');
  const [seats, setSeats] = useState(20);
  const [period, setPeriod] = useState('year');
  const periods = [
    { value: 'year', text: '今年' },
    { value: 'cumulative', text: '累计' },
  ];
  return (
    <Section title="填写">
      <Card>
        <TextField label="姓名" value={text} onChange={setText} hint="与身份证一致" placeholder="请填写" />
        <TextField
          label="手机号"
          kind="phone"
          value="1380000"
          onChange={nothing}
          error="手机号应为 11 位，请再核对"
        />
        <SelectField label="所在社区" value={undefined} options={[]} onChange={nothing} isOptional />
        <Grid minWidthPx={150}>
          <DateField label="日期" value="2026-11-23" onChange={nothing} />
          <TimeField label="开始时间" value="14:00" onChange={nothing} />
        </Grid>
        <TextAreaField label="活动说明" value="" onChange={nothing} placeholder="写清楚做什么、带什么" />
        <Row>
          <Stepper label="招募人数" value={seats} min={1} max={500} onChange={setSeats} />
          <CountdownRing share={0.6} value="12" label="秒后更换" />
        </Row>
        <Segmented label="时间" value={period} options={periods} onChange={setPeriod} />
      </Card>
    </Section>
  );
}

function Buttons({ onAsk }: { onAsk: () => void }) {
  return (
    <Section
      title="按钮"
      action={
        <Button kind="text" onPress={nothing}>
          全部
        </Button>
      }
    >
      <Card>
        <Button size="large" icon="scan" onPress={nothing}>
          扫码签到
        </Button>
        <Button kind="secondary" onPress={onAsk}>
          改用位置签到
        </Button>
        <Button isLoading onPress={nothing}>
          正在提交
        </Button>
        <Button disabled onPress={nothing}>
          名额已满
        </Button>
        <Row>
          <Tag>理论宣讲</Tag>
          <Tag tone="green">已签到</Tag>
          <Tag tone="gold">三星志愿者</Tag>
          <Tag tone="amber">待审核</Tag>
          <Tag tone="red">急招</Tag>
        </Row>
      </Card>
    </Section>
  );
}

function States() {
  return (
    <Stack>
      <Notice tone="success" title="签到成功">
        今天 14:02，请在 16:00 后签退。
      </Notice>
      <Notice tone="warning" title="离签到点还有 120 米" next={{ text: '改用扫码签到', onPress: nothing }}>
        走近一些再试，或扫现场的签到码。
      </Notice>
      <Notice tone="error" title="没有提交成功">
        内容已存在手机里，联网后自动提交。
      </Notice>
      <Notice tone="info">注册后可在任何县报名。</Notice>
      <Card>
        <Skeleton hasPicture />
      </Card>
      <Card>
        <EmptyState
          title="还没有服务记录"
          text="报名一次活动，签到签退后这里就有时长。"
          next={{ text: '看看附近的活动', onPress: nothing }}
        />
      </Card>
      <Card>
        <ErrorState title="没有加载出来" text="网络不稳定，已有的记录不受影响。" onRetry={nothing} />
      </Card>
    </Stack>
  );
}

function Lists() {
  return (
    <Section title="附近的活动">
      <List>
        <ListRow
          icon="time"
          title="社区图书角整理"
          detail="今天 14:00–16:00 · 马尔康市团结街"
          value="还差 3 人"
          onPress={nothing}
        />
        <ListRow title="服务时长" value="36 小时 30 分" />
      </List>
      <Grid>
        <PictureCard
          picture={picture}
          pictureText="志愿者"
          title="雪山脚下的课后辅导"
          detail="12 个乡镇 · 已服务 3,204 小时"
          onPress={nothing}
        >
          <Row>
            <Tag>品牌项目</Tag>
          </Row>
        </PictureCard>
        <PictureCard
          picture={picture}
          pictureText="志愿者"
          title="一个名字特别特别长的品牌项目，它要换行而不是截断"
          detail="3 个乡镇"
          onPress={nothing}
        />
      </Grid>
    </Section>
  );
}

function Gallery() {
  const { mode, setMode } = useDisplayMode();
  const [isAsking, setAsking] = useState(location.hash === '#dialog');
  const toggle = () => {
    setMode(mode === 'elder' ? 'standard' : 'elder');
  };
  const ask = () => {
    setAsking(true);
  };
  const stop = () => {
    setAsking(false);
  };
  return (
    <Screen
      title="设计样张"
      headerActions={
        <Button size="small" kind="secondary" onPress={toggle}>
          长辈版
        </Button>
      }
      actions={location.hash === '#actions' ? <Button onPress={nothing}>我要报名</Button> : null}
    >
      <Numbers />
      <Columns
        main={
          <>
            <Ranking />
            <Lists />
            <States />
          </>
        }
        aside={
          <>
            <Buttons onAsk={ask} />
            <Form />
          </>
        }
      />
      <Dialog
        isOpen={isAsking}
        title="取消报名？"
        onClose={stop}
        actions={<Button onPress={stop}>确认取消</Button>}
      >
        名额会让给候补的人，之后可以再报名。
      </Dialog>
    </Screen>
  );
}

const container = document.getElementById('app');
if (container) {
  createRoot(container).render(
    <DisplayModeProvider>
      <ShellProvider value={shell}>
        <Gallery />
      </ShellProvider>
    </DisplayModeProvider>,
  );
}
