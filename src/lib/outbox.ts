/** The app's one outbox, kept in the device's storage. */
import { getLocalOpenid } from '@/platform/identity';
import { deviceStorage } from '@/platform/storage';

import { callProcedure } from './api';
import { Outbox } from './outbox-core';

const STORAGE_KEY = 'outbox';

export const outbox = new Outbox({
  read: () => deviceStorage.get(STORAGE_KEY),
  write: (entries) => deviceStorage.set(STORAGE_KEY, entries),
  owner: getLocalOpenid,
  call: callProcedure,
  now: Date.now,
});
