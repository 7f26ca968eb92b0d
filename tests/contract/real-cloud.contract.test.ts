import * as sdk from 'wx-server-sdk';
import { registerDatabaseContract } from './database-contract';
import { INDEXED, PLACES, PLAIN, type ContractHost } from './rule';
import { parseSdk } from './sdk';
import { specifiedIds, testedIds } from './spec-ids';

const { CONTRACT_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;

function makeRealHost(environment: string): Promise<ContractHost> {
  const cloud = parseSdk(sdk);
  cloud.init({ env: environment });
  const database = cloud.database({ throwOnNotFound: false });
  return Promise.resolve({
    database,
    strictDatabase: cloud.database(),
    empty: async () => {
      for (const name of [PLAIN, INDEXED, PLACES]) {
        await database
          .collection(name)
          .where({ _id: database.command.exists(true) })
          .remove();
      }
    },
    elapse: async (milliseconds) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    },
    stop: () => Promise.resolve(),
  });
}

if (
  CONTRACT_ENV !== undefined &&
  TENCENTCLOUD_SECRETID !== undefined &&
  TENCENTCLOUD_SECRETKEY !== undefined
) {
  describe(`the database of the environment ${CONTRACT_ENV}`, () => {
    registerDatabaseContract(() => makeRealHost(CONTRACT_ENV));
  });
} else {
  it('has no credentials (CONTRACT_ENV, TENCENTCLOUD_SECRETID and …KEY): compares rule ids only', () => {
    expect(testedIds()).toEqual(specifiedIds());
  });
}
