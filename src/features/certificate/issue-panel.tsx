/** 开证明: a period, one organisation, its records, what to show; the paper below looks as it will be. */
import { isCivilDay, parseCivilDay } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatMinutes } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { recordsRoute } from '@/lib/routes';
import { Button } from '@/ui/button';
import { SelectField, DateField } from '@/ui/field';
import { Card, Paragraph, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { EmptyState, Notice } from '@/ui/states';
import { Tick } from '@/ui/tick';

import { offerOf, type Offer, type PeriodChoice } from './choose-records';
import { PreviewPaper } from './preview-paper';
import { RecordTicks } from './record-ticks';
import { useCertificateForm, type CertificateForm } from './use-certificate-form';

const PERIODS: readonly { value: PeriodChoice; text: string }[] = [
  { value: 'year', text: '最近一年' },
  { value: 'thisYear', text: '今年' },
  { value: 'lastYear', text: '去年' },
  { value: 'own', text: '自己选日期' },
];
const ALL_PROJECTS = 'all';

export function IssuePanel() {
  const form = useCertificateForm();
  const { records = [] } = form.state.data ?? {};
  const offer = offerOf(records, form.choice);
  return (
    <View className="xf-certificate-form">
      <Section title="哪段时间">
        <Card>
          <PeriodFields form={form} />
        </Card>
      </Section>
      <Answer of={form.state} skeleton={<CardSkeleton lines={6} />}>
        {(data) =>
          data.records.length === 0 ? (
            <EmptyState
              icon="time"
              title="这段时间没有可以开证明的记录"
              text="签到并签退、已确认的服务才能开。换一段时间试试。"
              next={{ text: '看我的服务记录', onPress: () => openRoute(recordsRoute) }}
            />
          ) : (
            <>
              {data.isTruncated ? (
                <Notice tone="warning" title={`一份证明最多 ${formatCount(data.records.length)} 条记录`}>
                  这段时间的记录更多，只列出最近的。请缩短日期，分成几份开。
                </Notice>
              ) : null}
              <Content form={form} offer={offer} />
              <Fields form={form} data={data} />
              <PreviewPaper data={data} offer={offer} fields={form.fields} />
              <Submit form={form} offer={offer} />
            </>
          )
        }
      </Answer>
    </View>
  );
}

function PeriodFields({ form }: { form: CertificateForm }) {
  const { period, periodChoice, today } = form;
  const change = (name: 'fromDay' | 'toDay') => (text: string) => {
    if (isCivilDay(text)) form.setPeriod({ [name]: parseCivilDay(text) });
  };
  return (
    <>
      <SelectField
        label="服务日期"
        value={periodChoice}
        options={PERIODS}
        onChange={(value) => {
          const next = PERIODS.find((one) => one.value === value);
          if (next !== undefined) form.choosePeriod(next.value);
        }}
      />
      {periodChoice === 'own' ? (
        <>
          <DateField label="从哪天" value={period.fromDay} max={period.toDay} onChange={change('fromDay')} />
          <DateField
            label="到哪天"
            value={period.toDay}
            min={period.fromDay}
            max={today}
            onChange={change('toDay')}
          />
        </>
      ) : null}
    </>
  );
}

function Content({ form, offer }: { form: CertificateForm; offer: Offer }) {
  const { teams, teamId, projects, chosen } = offer;
  const option = ({ id, name, count }: Offer['teams'][number]) => ({
    value: id,
    text: `${name}（${formatCount(count)} 条）`,
  });
  const minutes = chosen.reduce((sum, record) => sum + record.minutes, 0);
  return (
    <Section title="哪些服务">
      <Card>
        {teams.length < 2 ? null : (
          <SelectField
            label="记录单位"
            hint="证明由记录服务的单位盖章，一个单位一份。"
            value={teamId}
            options={teams.map(option)}
            onChange={(value) => form.choose({ teamId: value, projectId: null, leftOut: [] })}
          />
        )}
        {projects.length < 2 ? null : (
          <SelectField
            label="项目"
            value={form.choice.projectId ?? ALL_PROJECTS}
            options={[{ value: ALL_PROJECTS, text: '全部项目' }, ...projects.map(option)]}
            onChange={(value) =>
              form.choose({ projectId: value === ALL_PROJECTS ? null : value, leftOut: [] })
            }
          />
        )}
        <RecordTicks
          records={offer.shown}
          leftOut={form.choice.leftOut}
          onChange={(leftOut) => form.choose({ leftOut })}
        />
        <Paragraph>{`已选 ${formatCount(chosen.length)} 条，共 ${formatMinutes(minutes)}`}</Paragraph>
      </Card>
    </Section>
  );
}

function Fields({
  form,
  data,
}: {
  form: CertificateForm;
  data: { readonly maskedName: string; readonly maskedIdNumber: string };
}) {
  const { showsFullName, showsIdNumber } = form.fields;
  return (
    <Section title="写明哪些个人信息">
      <Card>
        <Tick
          text="写全名"
          detail={`不选则写 ${data.maskedName}`}
          isOn={showsFullName}
          onChange={(isOn) => form.showFields({ showsFullName: isOn })}
        />
        <Tick
          text="写证件号码后四位"
          detail={`写成 ${data.maskedIdNumber}；不选则不写`}
          isOn={showsIdNumber}
          onChange={(isOn) => form.showFields({ showsIdNumber: isOn })}
        />
        <Paragraph isSoft isSmall>
          别人查验时只看到姓，名用星号代替，看不到证件号码。
        </Paragraph>
      </Card>
    </Section>
  );
}

function Submit({ form, offer }: { form: CertificateForm; offer: Offer }) {
  const { issue } = form;
  return (
    <>
      {issue.error === null ? null : (
        <Notice tone="error" title={messageOf(issue.error).title}>
          {messageOf(issue.error).nextStep}
        </Notice>
      )}
      <Button
        size="large"
        disabled={offer.chosen.length === 0}
        isLoading={issue.isRunning}
        onPress={() => void form.submit()}
      >
        开这份证明
      </Button>
    </>
  );
}
