/** What belongs to the app as a whole, not to a page of the main job. */
import { DAY_MS } from '@domain/time/civil-day';
import { requestId } from '../kit/product';
import { openShift } from '../kit/shifts';
import { waitFor } from './device/wait-for';
import type { Walk } from './walk';

/** In no order: each starts a phone of its own. */
export const appWalks: readonly Walk[] = [
  {
    name: 'a new version is offered while the old one runs, and starts when the person agrees',
    run: async (ground) => {
      const device = ground.device('wx-passer-by');
      device.launch('pages/home/index');
      await device.shows('pages/home/index', '注册志愿者');
      const { surroundings } = device;
      if (surroundings.announceUpdate === null) throw new Error('nobody listens for a new version');
      surroundings.announceUpdate();
      await waitFor(
        () => surroundings.hasRestarted,
        () => 'the new version starts',
      );
    },
  },
  {
    name: "after enrolling, WeChat's dialog is asked by a tap, and the reminder is planned",
    run: async (ground) => {
      const shiftId = await openShift(ground.product, { startsInMs: 3 * DAY_MS });
      const device = ground.device('demo-volunteer');
      await ground.product.must('demo-volunteer', 'attendance.enrol', { requestId: requestId(), shiftId });
      device.launch('pages/shift/index', { id: shiftId });
      await device.shows('pages/shift/index', '要在微信里提醒您吗？');
      await device.page.tap('开启提醒');
      await device.shows('pages/shift/index', '到时候在微信里告诉您');
      device.switchOff();
      device.launch('packages/messages/messages/index');
      await device.shows('packages/messages/messages/index', '开始前提醒：', '待发送', '打开微信的消息设置');
    },
  },
  {
    name: 'the privacy contract can be read at any time',
    run: async (ground) => {
      const device = ground.device('wx-passer-by');
      device.launch('pages/mine/index');
      await device.shows('pages/mine/index', '看用户隐私保护指引');
      await device.page.tap('看用户隐私保护指引');
      await waitFor(
        () => device.surroundings.title === '用户隐私保护指引',
        () => "WeChat's own page is shown",
      );
    },
  },
];
