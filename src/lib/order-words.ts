/** What the states of an order are called (DM2). */
import type { OrderState } from '@domain/demand/order';

export const ORDER_WORDS: Readonly<Record<OrderState, string>> = {
  placed: '等派单',
  dispatched: '已派单，等接单',
  offered: '等队伍抢单',
  returned: '队伍退单，等再派',
  taken: '已接单',
  arranged: '已安排活动',
  served: '已服务，等评价',
  rated: '已评价',
  declined: '没有受理',
  withdrawn: '已撤回',
  expired: '过期没有人接',
};
