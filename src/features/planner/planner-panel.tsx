/**
 * 规划: what the targets still want, how fast, from where; one clock for the screen and for the sheet of paper.
 */
import { useState } from 'react';

import type { Plan, TargetView } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { TargetWindow } from '@domain/statistics/target';
import type { CivilDay } from '@domain/time/civil-day';
import { contains } from '@domain/geography/division';
import { PLAN_TERMS } from '@domain/statistics/plan-definitions';

import { DayChoice } from '@/lib/day-choice';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { wakesRoute } from '@/lib/routes';
import { useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { canPrint, printPage } from '@/platform/print';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { EmptyState, ErrorState, Notice, Skeleton } from '@/ui/states';

import { DilutionCheck } from './dilution-check';
import { GapPicture } from './gap-picture';
import { OvertakingList } from './overtaking-list';
import { PacePicture } from './pace-picture';
import { PlanSection } from './plan-section';
import { INDICATOR_NAMES, planClock, targetText } from './plan-text';
import './planner.scss';
import { QuotaList } from './quota-list';
import { TargetList } from './target-list';

const REFRESH_MS = 30_000;

export interface PlannerPanelProps {
  /** null: the division of the office that asks */
  readonly divisionCode: string | null;
  readonly onOpenDivision: (code: DivisionCode) => void;
  readonly onOpenOwn: () => void;
}

/** Whose target it is, when it is not one's own. */
function whoseText(target: TargetView, plan: Plan): string {
  return target.divisionCode === plan.division.divisionCode ? '' : `${target.divisionName}指标：`;
}

function PlanHead({ plan }: { plan: Plan }) {
  const targets = [plan.activity?.target, plan.registration?.target].flatMap((target) => target ?? []);
  return (
    <View className="plan-head">
      <View className="plan-head__words">
        <Heading level={2} className="plan-title">
          {`${plan.division.name} · 志愿服务规划`}
        </Heading>
        <Text className="plan-as-of">{planClock(plan)}</Text>
        {targets.map((target) => (
          <Text key={target.targetId} className="plan-head__target">
            {whoseText(target, plan) + targetText(target)}
          </Text>
        ))}
      </View>
      {canPrint ? (
        <View className="xf-no-print">
          <Button kind="secondary" size="small" onPress={printPage}>
            打印
          </Button>
        </View>
      ) : null}
    </View>
  );
}

/** Only on paper, where nothing can be pressed: every definition. */
function PrintedDefinitions({ plan }: { plan: Plan }) {
  const { populationYear, source } = plan.registrationRatio;
  return (
    <View className="xf-print-only">
      <Text className="plan-definitions__title">口径</Text>
      {Object.values(PLAN_TERMS).map((term) => (
        <Text key={term.title} className="plan-definitions__line">
          {`${term.title}（${term.rule}）：${term.definition}`}
        </Text>
      ))}
      {source === null ? null : (
        <Text className="plan-definitions__line">{`常住人口：${String(populationYear)} 年，${source}`}</Text>
      )}
    </View>
  );
}

export function PlannerPanel(props: PlannerPanelProps) {
  const [day, setDay] = useState<CivilDay | null>(null);
  return (
    <View className="plan">
      <DayChoice day={day} onChange={setDay} />
      <PlanOf {...props} day={day} />
    </View>
  );
}

function PlanOf({
  divisionCode,
  day,
  onOpenDivision,
  onOpenOwn,
}: PlannerPanelProps & { day: CivilDay | null }) {
  const [window, setWindow] = useState<TargetWindow | null>(null);
  const input = { divisionCode, day, window };
  const state = useProcedure('statistics.getPlan', input, {
    keepsPrevious: true,
    ...(day === null ? { refreshEveryMs: REFRESH_MS } : {}),
  });
  const roles = useMe().data?.roles ?? [];
  const plan = state.data;
  const message = state.error === null ? null : messageOf(state.error);
  if (plan === undefined) {
    if (message === null) {
      return (
        <Card>
          <Skeleton lines={8} />
        </Card>
      );
    }
    if (state.error?.code === 'statistics.beforeData') {
      return <EmptyState title={message.title} text={message.nextStep} icon="board" />;
    }
    if (divisionCode !== null && state.error?.isUndecided === false) {
      const text = '这个区划的规划打不开。您可以从自己负责的区划看起。';
      return (
        <EmptyState
          title={message.title}
          text={text}
          icon="board"
          next={{ text: '看我负责的区划', onPress: onOpenOwn }}
        />
      );
    }
    return <ErrorState title={message.title} text={message.nextStep} onRetry={state.refetch} />;
  }
  const openerOf = (code: DivisionCode) =>
    roles.some(({ scope }) => scope.kind === 'division' && contains(scope.divisionCode, code))
      ? () => {
          onOpenDivision(code);
        }
      : undefined;
  return (
    <View className="plan">
      <PlanHead plan={plan} />
      {message === null ? null : (
        <Notice tone="warning" title={message.title} next={{ text: '再读一次', onPress: state.refetch }}>
          下面是上面所写时间的数字，仍然准确，只是没有更新。
        </Notice>
      )}
      <WindowChoice plan={plan} onChange={setWindow} />
      <PlanParts key={plan.window} plan={plan} openerOf={openerOf} />
      <TargetList key={plan.division.divisionCode} divisionCode={plan.division.divisionCode} />
      {canPrint ? <PrintedDefinitions plan={plan} /> : null}
    </View>
  );
}

/** Only where more than one activity target is in force. */
function WindowChoice({ plan, onChange }: { plan: Plan; onChange: (window: TargetWindow) => void }) {
  if (plan.windows.length < 2) return null;
  return (
    <View className="plan-windows xf-no-print">
      <Segmented
        label="按哪项活跃度指标规划"
        value={plan.window}
        options={plan.windows.map((value) => ({
          value,
          text: INDICATOR_NAMES[`activityRate.${value}`],
        }))}
        onChange={onChange}
      />
    </View>
  );
}

interface PlanPartsProps {
  readonly plan: Plan;
  readonly openerOf: (code: DivisionCode) => (() => void) | undefined;
}

function PlanParts({ plan, openerOf }: PlanPartsProps) {
  const { activity, division } = plan;
  const asOf = planClock(plan);
  if (activity === null) {
    return (
      <EmptyState
        title="还没有活跃度指标"
        text="在下面写上指标、起止日和依据文件，就能看到缺口、预计达标日和任务分解。"
        icon="board"
      />
    );
  }
  return (
    <>
      <View className="plan-columns">
        <PlanSection title="还差多少人" terms={['jointGap', 'gap']} asOf={asOf}>
          <GapPicture plan={plan} activity={activity} />
        </PlanSection>
        <PlanSection title="来得及吗" terms={['pace', 'forecast']} asOf={asOf}>
          <PacePicture plan={plan} activity={activity} />
        </PlanSection>
      </View>
      <PlanSection title="扩大注册之前" terms={['dilution']} asOf={asOf}>
        <DilutionCheck key={division.divisionCode} plan={plan} activity={activity} />
      </PlanSection>
      {activity.quotas.length === 0 ? null : (
        <PlanSection title="任务分解" terms={['quotas']} asOf={asOf}>
          <QuotaList activity={activity} openerOf={openerOf} />
        </PlanSection>
      )}
      <View className="xf-no-print">
        <Button kind="secondary" icon="people" onPress={() => openRoute(wakesRoute)}>
          邀请未活跃的志愿者
        </Button>
      </View>
      {plan.own.length + plan.children.length === 0 ? null : (
        <PlanSection title="超过前一名" terms={['overtaking']} asOf={asOf}>
          <OvertakingList plan={plan} />
        </PlanSection>
      )}
    </>
  );
}
