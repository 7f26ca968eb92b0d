/** 我的点单 (DM1): a new one, and what became of the others. */
import { openRoute } from '@/lib/open-route';
import { newOrderRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';

import { OrderList } from './order-list';

export function MyOrdersPanel() {
  const pages = usePages('demand.listMine', '', (cursor) => ({ cursor }));
  return (
    <>
      <Button size="large" onPress={() => openRoute(newOrderRoute())}>
        我要点单
      </Button>
      <Paragraph isSoft>写下要什么、在哪里、什么时候方便，实践站会请一支志愿队伍来。服务不收钱。</Paragraph>
      <OrderList pages={pages} empty={{ title: '还没有点过单', text: '需要人帮忙，按上面的“我要点单”。' }} />
    </>
  );
}
