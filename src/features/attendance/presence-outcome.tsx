/** What came of it: done, stored, refused with the next step, or no location. */
import type { AttendanceSummary } from '@contract/attendance-view';
import { formatClock } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { creditWords, DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { checkInHubRoute, shiftRoute } from '@/lib/routes';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Card } from '@/ui/layout';
import { Heading, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { LocationDenial, Presence } from './use-presence';
import { isDoubtful } from './waiting-entry';

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
  const { verb } = DEED_WORDS[deed];
  switch (state.kind) {
    case 'idle':
    case 'locating':
    case 'sending':
      return null;
    case 'done':
      return <Done deed={deed} isRepeated={state.isRepeated} attendance={state.attendance ?? mine} />;
    case 'waiting': {
      const { title } = messageOf(state.error);
      return (
        <Card>
          <View className="xf-presence" role="status" live="polite">
            <View className="xf-presence__mark xf-presence__mark--waiting">
              <Icon name="offline" />
            </View>
            <Heading level={2} className="xf-presence__title">
              {`${verb}已保存，联网后自动上传`}
            </Heading>
            <View className="xf-text--soft">
              {title}。时间按扫码的那一刻算，24 小时内联网都有效，不会重复；关掉也不会丢。
            </View>
          </View>
          {isDoubtful(deed, shiftId) ? (
            <Notice tone="warning">
              这个码扫的时候可能已经过期，上传后也许不算数。请再扫一次屏幕上现在的码。
            </Notice>
          ) : null}
          <Button size="large" onPress={() => void presence.retry()}>
            现在再试一次
          </Button>
          <Button kind="secondary" onPress={presence.reset}>
            换一种方式
          </Button>
        </Card>
      );
    }
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

interface DoneProps {
  readonly deed: PresenceDeed;
  readonly isRepeated: boolean;
  readonly attendance: AttendanceSummary | null;
}

function Done({ deed, isRepeated, attendance }: DoneProps) {
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
