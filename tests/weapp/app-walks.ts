/** What belongs to the app as a whole, not to a page of the main job. */
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
