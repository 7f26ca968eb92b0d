/** The app's one outbox, kept in the device's storage. */
import { identityKey } from '@/platform/identity';
import { readStored, writeStored } from '@/platform/storage';

import { callProcedure } from './api';
import { Outbox } from './outbox-core';

const STORAGE_KEY = 'outbox';

export const outbox = new Outbox({
  read: () => readStored(STORAGE_KEY),
  write: (entries) => writeStored(STORAGE_KEY, entries),
  owner: identityKey,
  call: callProcedure,
  now: Date.now,
});
