/** Where every link and printed code arrives: goes on at once, or says what is wrong with it. */
import { useEffect } from 'react';

import { CardSkeleton } from '@/lib/answer';
import { noteArrival } from '@/lib/arrival';
import { openRoute, replaceByRoute } from '@/lib/open-route';
import { checkInHubRoute, homeRoute, projectsRoute, routeOfLink } from '@/lib/routes';
import { Button } from '@/ui/button';
import { Stack } from '@/ui/layout';
import { EmptyState } from '@/ui/states';

import emptyPicture from '@/assets/empty.png';

import { readLanding, type LandingParams } from './read-landing';

export function LandingPanel(params: LandingParams) {
  const { scene, s, q, seen } = params;
  const landing = readLanding({ scene, s, q });
  useEffect(() => {
    const found = readLanding({ scene, s, q });
    if (found.kind === 'link') {
      replaceByRoute(routeOfLink(found.link));
      noteArrival(found, seen === '1');
    }
    if (found.kind === 'empty') replaceByRoute(homeRoute);
  }, [scene, s, q, seen]);
  if (landing.kind !== 'unreadable') return <CardSkeleton />;
  return (
    <>
      <EmptyState
        picture={emptyPicture}
        title="这个链接打不开"
        text="它可能没有复制完整，或者不是向锋的码。请重新扫一次，或从下面继续。"
      />
      <Stack isTight>
        <Button icon="scan" onPress={() => openRoute(checkInHubRoute)}>
          重新扫码
        </Button>
        <Button kind="secondary" onPress={() => openRoute(projectsRoute)}>
          看看品牌项目
        </Button>
        <Button kind="secondary" onPress={() => openRoute(homeRoute)}>
          回首页
        </Button>
      </Stack>
    </>
  );
}
