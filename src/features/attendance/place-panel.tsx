/** Where the code on the wall leads: to the one shift that goes on here, or to a choice (AT3.2). */
import { useEffect } from 'react';

import type { OutputOf } from '@contract/procedures';
import { Answer } from '@/lib/answer';
import { formatPeriod } from '@/lib/format';
import { openRoute, replaceByRoute } from '@/lib/open-route';
import { STATE_WORDS } from '@/lib/presence-words';
import { checkInHubRoute, checkInRoute, homeRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

type PlaceAnswer = OutputOf<'attendance.listPlaceShifts'>;

function deedRoute({ mine }: PlaceAnswer, shiftId: string, scene: string) {
  const visit = mine.find((one) => one.shiftId === shiftId);
  return checkInRoute(shiftId, { place: scene, isLeaving: visit?.state === 'checkedIn' });
}

export function PlacePanel({ scene }: { scene: string }) {
  const answer = useProcedure('attendance.listPlaceShifts', { scene });
  const { data } = answer;
  useEffect(() => {
    const [only, second] = data?.shifts ?? [];
    if (data === undefined || only === undefined || second !== undefined) return;
    replaceByRoute(deedRoute(data, only.shiftId, scene));
  }, [data, scene]);
  const wayOn = { text: '重新扫码', onPress: () => openRoute(checkInHubRoute) };
  return (
    <Answer of={answer} wayOn={wayOn}>
      {(found) => <Choice found={found} scene={scene} />}
    </Answer>
  );
}

function Choice({ found, scene }: { found: PlaceAnswer; scene: string }) {
  const now = useNow(30_000);
  if (found.shifts.length === 0) {
    return (
      <EmptyState
        icon="time"
        title={`${found.placeName}现在没有可以签到的场次`}
        text="场次开始前 30 分钟可以签到，结束后 2 小时内可以签退。请到时再扫，或看看近期活动。"
        next={{ text: '看看近期活动', onPress: () => openRoute(homeRoute) }}
      />
    );
  }
  return (
    <>
      <Paragraph>{`${found.placeName}（${found.divisionName}）现在有几个场次，请选您参加的：`}</Paragraph>
      <List>
        {found.shifts.map((shift) => {
          const visit = found.mine.find((one) => one.shiftId === shift.shiftId);
          return (
            <ListRow
              key={shift.shiftId}
              icon="check-in"
              title={shift.title}
              detail={formatPeriod(shift.startsAt, shift.endsAt, now)}
              value={visit === undefined ? undefined : STATE_WORDS[visit.state].text}
              onPress={() => openRoute(deedRoute(found, shift.shiftId, scene))}
            />
          );
        })}
      </List>
    </>
  );
}
