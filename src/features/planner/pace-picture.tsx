/**
 * Needed against recent: a dial of people a week, the eight weeks it comes from, and the day that follows.
 */
import type { PaceView, Plan } from '@contract/plan.contract';

import { formatCount, formatDay } from '@/lib/format';
import { Text, View } from '@/ui/primitives';

import { bandText, lengthOf, meanText, renewedText, verdictOf } from './plan-text';

/** Everything in hundredths of a person a week, so that one scale holds all. */
function Dial({ pace }: { pace: PaceView }) {
  const mean = Math.max(0, Math.floor((pace.recentSum * 100) / 8));
  const needed = (pace.neededPerWeek ?? 0) * 100;
  const high = mean + pace.halfWidthHundredths;
  const low = Math.max(0, mean - pace.halfWidthHundredths);
  const whole = Math.max(1, Math.ceil((Math.max(needed, high) * 11) / 10));
  return (
    <View className="plan-dial" decorative>
      <View className="plan-dial__recent" style={{ width: lengthOf(mean, whole) }} />
      <View
        className="plan-dial__band"
        style={{ left: lengthOf(low, whole), width: lengthOf(high - low, whole) }}
      />
      {pace.neededPerWeek === null || pace.neededPerWeek === 0 ? null : (
        <View className="plan-dial__needed" style={{ left: lengthOf(needed, whole) }} />
      )}
    </View>
  );
}

function Weeks({ weekly, needed }: { weekly: readonly number[]; needed: number | null }) {
  const whole = Math.max(1, needed ?? 0, ...weekly);
  return (
    <View className="plan-weeks">
      {weekly.map((people, index) => (
        <View key={index} className="plan-weeks__week">
          <Text className="plan-weeks__people">{formatCount(people).replace(/^-,?/, '−')}</Text>
          <View className="plan-weeks__box" decorative>
            {needed === null || needed === 0 ? null : (
              <View className="plan-weeks__needed" style={{ bottom: lengthOf(needed, whole) }} />
            )}
            <View className="plan-weeks__column" style={{ height: lengthOf(people, whole) }} />
          </View>
        </View>
      ))}
    </View>
  );
}

function needText({ daysLeft, lapsing }: PaceView): string {
  const left = `还有 ${formatCount(Math.max(0, daysLeft))} 天`;
  return lapsing === 0 ? left : `${left}；含 ${formatCount(lapsing)} 名到期的人再服务一次`;
}

export interface PacePictureProps {
  readonly plan: Plan;
  readonly activity: NonNullable<Plan['activity']>;
}

export function PacePicture({ plan, activity }: PacePictureProps) {
  const { pace, weekly, target } = activity;
  const verdict = verdictOf(pace, target.toDay);
  const renewed = renewedText(pace);
  const needed = pace.neededPerWeek === null ? '已到截止日' : `${formatCount(pace.neededPerWeek)} 人`;
  return (
    <>
      <View className={`plan-verdict plan-verdict--${verdict.tone}`}>
        <Text className="plan-verdict__title">{verdict.title}</Text>
        <Text className="plan-verdict__detail">{verdict.detail}</Text>
      </View>
      {renewed === null ? null : <Text className="plan-note">{renewed}</Text>}
      <Dial pace={pace} />
      <View className="plan-facts plan-facts--two">
        <View className="plan-fact">
          <Text className="plan-fact__name">
            <Text className="plan-key plan-key--needed" decorative /> 每周需要
          </Text>
          <Text className="plan-fact__value">{needed}</Text>
          <Text className="plan-fact__detail">{needText(pace)}</Text>
        </View>
        <View className="plan-fact">
          <Text className="plan-fact__name">
            <Text className="plan-key plan-key--recent" decorative /> 最近 8 周平均每周
          </Text>
          <Text className="plan-fact__value">{`${meanText(pace)} 人`}</Text>
          <Text className="plan-fact__detail">{`± ${bandText(pace)}，8 周共 ${formatCount(
            pace.recentSum,
          ).replace(/^-,?/, '−')} 人`}</Text>
        </View>
      </View>
      <Weeks weekly={weekly} needed={pace.neededPerWeek} />
      <Text className="plan-note">
        {`每柱一周（周一至周日）新增活跃人数，${formatDay(plan.paceFromDay)}至${formatDay(
          plan.paceToDay,
        )}；横线是每周需要的人数。`}
      </Text>
      <RegistrationPace plan={plan} />
    </>
  );
}

/** The registration target has a pace of its own, in one line. */
function RegistrationPace({ plan }: { plan: Plan }) {
  const { registration } = plan;
  if (registration === null || registration.pace === null) return null;
  const verdict = verdictOf(registration.pace, registration.target.toDay);
  const needed = registration.pace.neededPerWeek;
  const pace =
    needed === null || needed === 0
      ? ''
      : `每周需要新注册 ${formatCount(needed)} 人，最近 8 周平均 ${meanText(registration.pace)} 人。`;
  return <Text className="plan-note">{`注册率：${verdict.title}；${verdict.detail}。${pace}`}</Text>;
}
