/** 接单 (DM5): asked of my team, put up for whoever takes it, taken, done. */
import { useState } from 'react';

import type { TEAM_LISTS } from '@contract/demand.contract';
import { usePages } from '@/lib/use-pages';
import { Segmented } from '@/ui/choice';

import { OrderList } from './order-list';

type List = (typeof TEAM_LISTS)[number];
const LISTS: readonly { readonly value: List; readonly text: string }[] = [
  { value: 'asked', text: '派给我们' },
  { value: 'offered', text: '可以抢' },
  { value: 'running', text: '在办' },
  { value: 'ended', text: '办完' },
];
const EMPTY: Readonly<Record<List, { readonly title: string; readonly text: string }>> = {
  asked: { title: '没有派给你们的单', text: '实践站请你们队伍接的单，会列在这里。' },
  offered: { title: '现在没有可以抢的单', text: '放出来抢的单会列在这里，先接先得。' },
  running: { title: '没有在办的单', text: '接下的单会列在这里。' },
  ended: { title: '还没有办完的单', text: '服务过的单会列在这里。' },
};

export function TeamOrdersPanel() {
  const [list, setList] = useState<List>('asked');
  const pages = usePages('demand.listTeamOrders', list, (cursor) => ({ list, cursor }));
  return (
    <>
      <Segmented label="看哪些单" value={list} options={LISTS} onChange={setList} />
      <OrderList pages={pages} empty={EMPTY[list]} />
    </>
  );
}
