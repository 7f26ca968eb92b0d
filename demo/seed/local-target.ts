/** The demo city's way into the local cloud: past the wire, straight into database and storage. */
import type { LocalDatabase } from '@local-cloud/database/database';
import type { JsonObject } from '@local-cloud/host/json';
import type { ObjectStorage } from '@local-cloud/storage/object-storage';
import type { SeedTarget } from './target';

interface Stores {
  readonly database: LocalDatabase;
  readonly storage: ObjectStorage;
  readonly environmentId: string;
}

export function localTarget({ database, storage, environmentId }: Stores, now: number): SeedTarget {
  return {
    insert: (collection, documents) => {
      database.bulkInsert(collection, parseDocuments(documents));
    },
    storeFile: async (name, content) => {
      await storage.put(name, content, now);
      return `cloud://${environmentId}.local/${name}`;
    },
  };
}

/** Documents are JSON by their schemas; the types of the two worlds only do not know each other. */
function parseDocuments(documents: Iterable<object>): Iterable<JsonObject> {
  return documents as Iterable<JsonObject>;
}
