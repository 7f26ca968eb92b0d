/**
 * A large demo city in a data directory, loaded past the host: the directory then serves `npm start --
 * --data` and the measurements. Indexes are made after the load.
 */
import fs from 'node:fs';
import path from 'node:path';
import { LocalDatabase } from '@local-cloud/database/database';
import { DEFAULT_ENVIRONMENT_ID } from '@local-cloud/host/local-cloud';
import { ObjectStorage } from '@local-cloud/storage/object-storage';
import { nodeSecrets } from '@server/kernel/node-secrets';
import { COLLECTIONS, masterKeyOf } from './compose-local-cloud';
import { localTarget } from './seed/local-target';
import { seedCity, type SeedReport } from './seed/seed-city';

export interface LoadWishes {
  /** new or empty */
  readonly dataDirectory: string;
  readonly projectDirectory: string;
  readonly volunteers: number;
  readonly recordsEach: number;
}

/** Throws when there is a database in the directory already. */
export async function loadCity(wishes: LoadWishes): Promise<SeedReport> {
  const { dataDirectory, projectDirectory, volunteers, recordsEach } = wishes;
  const file = path.join(dataDirectory, 'database.sqlite');
  if (fs.existsSync(file)) throw new Error(`${dataDirectory} holds a city already`);
  const secrets = nodeSecrets(masterKeyOf(dataDirectory));
  const now = Date.now();
  const database = LocalDatabase.open({ path: file, clock: () => now });
  try {
    for (const { name, indexes } of COLLECTIONS) {
      database.declareCollection(name);
      for (const index of indexes) database.declareIndex(name, index);
    }
    const storage = ObjectStorage.open(path.join(dataDirectory, 'storage'));
    const target = localTarget({ database, storage, environmentId: DEFAULT_ENVIRONMENT_ID }, now);
    const pictures = path.join(projectDirectory, 'demo', 'pictures');
    return await database.bulkLoad(() =>
      seedCity({ target, secrets, siteOrigin: null, now }, pictures, { volunteers, recordsEach }),
    );
  } finally {
    database.close();
  }
}
