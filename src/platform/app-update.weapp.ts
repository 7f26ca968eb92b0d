import Taro from '@tarojs/taro';

import type { UpdateWords } from './app-update-types';

export type * from './app-update-types';

/**
 * Asks when WeChat has fetched a new version while the old one runs, and starts it if the person agrees;
 * otherwise WeChat does so at the next cold start. What is unsent lies on the phone and goes on.
 */
export function offerUpdates({ title, text, now, later }: UpdateWords): void {
  const updates = Taro.getUpdateManager();
  updates.onUpdateReady(() => {
    Taro.showModal({ title, content: text, confirmText: now, cancelText: later })
      .then(({ confirm }) => {
        if (confirm) updates.applyUpdate();
      })
      .catch(() => undefined);
  });
}
