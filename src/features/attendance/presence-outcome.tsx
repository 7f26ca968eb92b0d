/** What came of it: done, stored, refused with the next step, or no location. */
import type { AttendanceSummary } from '@contract/attendance-view';
import type { ApiError } from '@/lib/api-error';
import { formatClock } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { creditWords, DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { ReminderOffer } from '@/lib/reminder-offer';
import { checkInHubRoute, shiftRoute } from '@/lib/routes';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Card } from '@/ui/layout';
import { Heading, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { LocationDenial, Presence } from './use-presence';
import { doubtOf, type Doubt } from './waiting-entry';

const LOCATION_WORDS: Readonly<Record<LocationDenial, { readonly title: string; readonly text: string }>> = {
  permissionDenied: {
    title: '没有获得定位权限',
    text: '定位只在您点签到的这一刻用一次，不保存您的位置。请在设置里允许定位后再点一次；也可以扫码或输入短码。',
  },
  unavailable: { title: '这台设备现在定不了位', text: '请打开手机的定位开关后再试；也可以扫码或输入短码。' },
  timeout: { title: '定位太慢，没等到结果', text: '请走到室外开阔处再试；也可以扫码或输入短码。' },
};

export interface PresenceOutcomeProps {
  readonly deed: PresenceDeed;
  readonly shiftId: string;
  readonly presence: Presence;
  readonly mine: AttendanceSummary | null;
}

export function PresenceOutcome({ deed, shiftId, presence, mine }: PresenceOutcomeProps) {
  const { state } = presence;
  switch (state.kind) {
    case 'idle':
    case 'locating':
    case 'sending':
    case 'noConsent':
      return null;
    case 'done':
      return <Done deed={deed} isRepeated={state.isRepeated} attendance={state.attendance ?? mine} />;
    case 'waiting':
      return <Waiting deed={deed} shiftId={shiftId} presence={presence} error={state.error} />;
    case 'refused': {
      const { title, nextStep } = messageOf(state.error);
      return (
        <Notice tone="error" title={title}>
          {nextStep}
        </Notice>
      );
    }
    case 'noLocation': {
      const { title, text } = LOCATION_WORDS[state.reason];
      return (
        <Notice tone="warning" title={title}>
          {text}
        </Notice>
      );
    }
  }
}

const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  position: '定位要当时送到才算数。一直没有网络的话，请扫组织者屏幕上的签到码，或请组织者点名。',
  oldCode: '这个码扫的时候可能已经过期，上传后也许不算数。请再扫一次屏幕上现在的码。',
};

interface WaitingProps extends Omit<PresenceOutcomeProps, 'mine'> {
  readonly error: ApiError;
}

function Waiting({ deed, shiftId, presence, error }: WaitingProps) {
  const doubt = doubtOf(deed, shiftId);
  const promise = doubt === 'position' ? '' : '时间按扫码的那一刻算，24 小时内联网都有效。';
  return (
    <Card>
      <View className="xf-presence" role="status" live="polite">
        <View className="xf-presence__mark xf-presence__mark--waiting">
          <Icon name="offline" />
        </View>
        <Heading level={2} className="xf-presence__title">
          {`${DEED_WORDS[deed].verb}已保存，联网后自动上传`}
        </Heading>
        <View className="xf-text--soft">
          {`${messageOf(error).title}。${promise}重复上传也只算一次，关掉也不会丢。`}
        </View>
      </View>
      {doubt === null ? null : <Notice tone="warning">{DOUBT_WORDS[doubt]}</Notice>}
      <Button size="large" onPress={() => void presence.retry()}>
        现在再试一次
      </Button>
      <Button kind="secondary" onPress={presence.reset}>
        换一种方式
      </Button>
    </Card>
  );
}

interface DoneProps {
  readonly deed: PresenceDeed;
  readonly isRepeated: boolean;
  readonly attendance: AttendanceSummary | null;
}

function Done(props: DoneProps) {
  const { deed, attendance } = props;
  return (
    <>
      <DoneCard {...props} />
      {deed === 'checkIn' && attendance?.state === 'checkedIn' ? (
        <ReminderOffer isAlone occasion={{ kind: 'checkedIn', shiftId: attendance.shiftId }} />
      ) : null}
    </>
  );
}

function DoneCard({ deed, isRepeated, attendance }: DoneProps) {
  return (
    <Card>
      <View className="xf-presence" role="status" live="polite">
        <View className="xf-presence__mark">
          <Icon name="done" />
        </View>
        <Heading level={2} className="xf-presence__title">
          {DEED_WORDS[deed].done}
        </Heading>
        <View className="xf-text--soft">{doneText(deed, isRepeated, attendance)}</View>
      </View>
      {attendance === null ? null : (
        <Button kind="secondary" onPress={() => openRoute(shiftRoute(attendance.shiftId))}>
          看这个场次
        </Button>
      )}
      <Button kind="secondary" onPress={() => openRoute(checkInHubRoute)}>
        看我的签到
      </Button>
    </Card>
  );
}

/** 补传: says that an organiser's word is still wanted. */
function lateWords(attendance: AttendanceSummary): string {
  return attendance.late === 'waiting' ? '这是补传的，已告诉组织者，等待认可。' : '';
}

function doneText(deed: PresenceDeed, isRepeated: boolean, attendance: AttendanceSummary | null): string {
  if (attendance === null) return '已经记下来了。';
  if (deed === 'checkIn') {
    const at = attendance.checkedInAt === null ? '' : formatClock(attendance.checkedInAt);
    const first = isRepeated ? `您在 ${at} 已经签到，时间不变` : `${at} 签到`;
    return `${first}。服务结束时请记得签退，时长才会记下来。${lateWords(attendance)}`;
  }
  return creditWords(attendance) + lateWords(attendance);
}
