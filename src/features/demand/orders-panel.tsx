/** 派单 (DM3, DM4): the orders of my community, township or county. */
import { useState } from 'react';

import type { OFFICE_LISTS } from '@contract/demand.contract';
import { openRoute } from '@/lib/open-route';
import { newOrderRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { useMe } from '@/lib/use-me';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { TopDeed } from '@/ui/layout';

import { OrderList } from './order-list';

type List = (typeof OFFICE_LISTS)[number];
const LISTS: readonly { readonly value: List; readonly text: string }[] = [
  { value: 'waiting', text: '等派' },
  { value: 'overdue', text: '超 3 天' },
  { value: 'running', text: '在办' },
  { value: 'ended', text: '办完' },
];
const EMPTY: Readonly<Record<List, { readonly title: string; readonly text: string }>> = {
  waiting: { title: '没有等派的单', text: '居民点了单，会列在这里，最先要的在前。' },
  overdue: { title: '没有超时的单', text: '3 天没有人处理的单，会列在这里。' },
  running: { title: '没有在办的单', text: '队伍接下的单会列在这里。' },
  ended: { title: '还没有办完的单', text: '服务过、没有受理和撤回的单会列在这里。' },
};

/** Whose role is wider sees first what others have left lying (DM4). */
function useFirstList(): List {
  const roles = useMe().data?.roles ?? [];
  return roles.some(({ role }) => role === 'countyOffice' || role === 'cityOffice') ? 'overdue' : 'waiting';
}

export function OrdersPanel() {
  const first = useFirstList();
  const [chosen, setChosen] = useState<List | null>(null);
  const list = chosen ?? first;
  const pages = usePages('demand.listOrders', list, (cursor) => ({ list, cursor }));
  return (
    <>
      <TopDeed>
        <Button kind="secondary" onPress={() => openRoute(newOrderRoute(''))}>
          代村民点单
        </Button>
      </TopDeed>
      <Segmented label="看哪些单" value={list} options={LISTS} onChange={setChosen} />
      <OrderList pages={pages} empty={EMPTY[list]} />
    </>
  );
}
