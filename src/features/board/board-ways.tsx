/** The ways from the board to what lies behind its figures by place and project (ST19, ST20); to channels. */
import type { Board } from '@contract/statistics.contract';
import { levelOf } from '@domain/geography/division';

import { openRoute } from '@/lib/open-route';
import { brandsRoute, channelsRoute, heldShiftsRoute, ruralCommunitiesRoute } from '@/lib/routes';
import { Tool } from '@/ui/tools';

import { useMayOpen } from './use-may-open';

export function BoardWays({ board }: { board: Board }) {
  const mayOpen = useMayOpen();
  const { divisionCode } = board.division;
  const level = levelOf(divisionCode);
  const { day } = board;
  return (
    <>
      <Tool
        icon="projects"
        title="品牌项目"
        detail="个数、覆盖面，每个项目的时长和人数"
        onPress={() => openRoute(brandsRoute(divisionCode, day))}
      />
      {mayOpen(divisionCode) ? (
        <>
          <Tool
            icon="place"
            title="各村服务"
            detail="近 90 天哪些村有活动，哪些村没有"
            onPress={() => openRoute(ruralCommunitiesRoute(divisionCode, day))}
          />
          <Tool
            icon="time"
            title="举办的场次"
            detail="在哪里办的、多少人、多长时间"
            onPress={() => openRoute(heldShiftsRoute(divisionCode, day, '0'))}
          />
          {level !== 'city' && level !== 'county' ? null : (
            <Tool
              icon="share"
              title="渠道成效"
              detail="文章、海报、短信带来多少注册和服务"
              onPress={() => openRoute(channelsRoute(divisionCode))}
            />
          )}
        </>
      ) : null}
    </>
  );
}
