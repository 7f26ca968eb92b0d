/** Where every link and printed code arrives: goes on at once, or says what is wrong with it. */
import { useEffect, useState } from 'react';

import { CardSkeleton } from '@/lib/answer';
import { noteArrival } from '@/lib/arrival';
import { openRoute, tryReplaceByRoute } from '@/lib/open-route';
import { checkInHubRoute, homeRoute, projectsRoute, routeOfLink } from '@/lib/routes';
import { Button } from '@/ui/button';
import { Stack } from '@/ui/layout';
import { EmptyState, ErrorState } from '@/ui/states';

import emptyPicture from '@/assets/empty.png';

import { readLanding, type LandingParams } from './read-landing';

export function LandingPanel(params: LandingParams) {
  const { scene, s, q, seen } = params;
  const landing = readLanding({ scene, s, q });
  const [attempt, setAttempt] = useState({ count: 0, isFailed: false });
  useEffect(() => {
    const found = readLanding({ scene, s, q });
    if (found.kind === 'unreadable') return;
    const route = found.kind === 'link' ? routeOfLink(found.link) : homeRoute;
    // Tried again it is the same opening.
    const isFirst = attempt.count === 0;
    void tryReplaceByRoute(route).then((isOpen) => {
      if (!isOpen) setAttempt(({ count }) => ({ count, isFailed: true }));
    });
    if (found.kind === 'link' && isFirst) noteArrival(found, seen === '1');
  }, [scene, s, q, seen, attempt.count]);
  if (landing.kind !== 'unreadable' && attempt.isFailed) {
    return (
      <ErrorState
        title="页面没能打开"
        text="网络可能不稳定。请再试一次；链接一直有效，换个地方再打开也可以。"
        onRetry={() => setAttempt(({ count }) => ({ count: count + 1, isFailed: false }))}
      />
    );
  }
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
