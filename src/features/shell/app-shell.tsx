/** What surrounds every screen: navigation by role, the 演示数据 banner, and sending what was left unsent. */
import { useEffect, useMemo, type PropsWithChildren } from 'react';

import type { Me } from '@contract/volunteer.contract';
import { ensureLocalIdentity } from '@/lib/identity-store';
import { replayOutbox } from '@/lib/replay-outbox';
import { tasksOf } from '@/lib/role-entries';
import { useMe } from '@/lib/use-me';
import { useOutbox } from '@/lib/use-outbox';
import { useProcedure } from '@/lib/use-procedure';
import { offerUpdates } from '@/platform/app-update';
import { useOnShow } from '@/platform/navigation';
import { onNetworkChange } from '@/platform/network';
import { isSinglePage } from '@/platform/single-page';
import { useInterval } from '@/platform/use-interval';
import { ShellProvider, type NavigationItem } from '@/ui/shell';

import { ShellBanner } from './shell-banner';

const TABS: readonly NavigationItem[] = [
  { path: '/pages/home/index', text: '首页', icon: 'home' },
  { path: '/pages/projects/index', text: '项目', icon: 'projects' },
  { path: '/pages/check-in-hub/index', text: '签到', icon: 'check-in' },
  { path: '/pages/mine/index', text: '我的', icon: 'mine' },
];
const CONSOLE: NavigationItem = {
  path: '/packages/console/enter/index',
  text: '电脑登录',
  icon: 'scan',
  group: '工作台',
};

/** What the roles have to do, and where a computer is let in and left. Only a browser's window is wide. */
function wideItemsOf(me: Me | undefined): NavigationItem[] {
  const tasks = tasksOf(me).flatMap(({ title: group, entries }) =>
    entries.map(({ route, title, icon }) => ({ path: route.path, text: title, icon, group })),
  );
  return [...tasks, CONSOLE];
}

const UPDATE_WORDS = {
  title: '有新版本',
  text: '新版本已经下载好，重启后使用；没有上传的签到不会丢。',
  now: '现在重启',
  later: '以后再说',
} as const;

/** While something waits, without any sign from the network. */
const REPLAY_MS = 30_000;

function useUnsentCommands(): void {
  useEffect(() => {
    void ensureLocalIdentity();
    void replayOutbox();
    return onNetworkChange((isOnline) => {
      if (isOnline) void replayOutbox();
    });
  }, []);
  useOnShow(() => void replayOutbox());
  const hasWaiting = useOutbox().length > 0;
  useInterval(() => void replayOutbox(), REPLAY_MS, hasWaiting);
}

export function AppShell({ children }: PropsWithChildren) {
  useUnsentCommands();
  useEffect(() => {
    if (!isSinglePage()) offerUpdates(UPDATE_WORDS);
  }, []);
  const city = useProcedure('system.getCity', {}, { isKept: true });
  const me = useMe().data;
  const isDemonstration = city.data?.isDemonstration ?? false;
  const shell = useMemo(
    () => ({
      brand: '向锋',
      items: [...TABS, ...wideItemsOf(me)],
      banner: <ShellBanner isDemonstration={isDemonstration} />,
    }),
    [isDemonstration, me],
  );
  return <ShellProvider value={shell}>{children}</ShellProvider>;
}
