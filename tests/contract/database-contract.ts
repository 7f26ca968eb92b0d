/**
 * Why this exists: what our code relies on of the cloud's database, run through the real, unmodified SDK.
 * The same rules run on the local cloud always and on a real environment when credentials exist.
 */
import { aggregateRules } from './rules/aggregates';
import { geoRules } from './rules/geo';
import { isolationRules } from './rules/isolation';
import { queryRules } from './rules/queries';
import { transactionRules } from './rules/transactions';
import { updateRules } from './rules/updates';
import { writeRules } from './rules/writes';
import type { ContractHost, Rule } from './rule';

export const DATABASE_RULES: readonly Rule[] = [
  ...writeRules,
  ...updateRules,
  ...queryRules,
  ...geoRules,
  ...aggregateRules,
  ...isolationRules,
  ...transactionRules,
];

/** The id in a title such as `[DB7] …`. */
export function ruleIdOf(title: string): string {
  return /^\[(DB\d+)\]/.exec(title)?.[1] ?? title;
}

/** Registers one test per rule. Each starts from empty collections. */
export function registerDatabaseContract(makeHost: () => Promise<ContractHost>): void {
  let host: ContractHost | undefined;

  const running = (): ContractHost => {
    if (host === undefined) throw new Error('the host did not start');
    return host;
  };

  beforeAll(async () => {
    host = await makeHost();
  }, 60_000);
  afterAll(async () => {
    await host?.stop();
  });
  beforeEach(async () => {
    await running().empty();
  }, 60_000);

  for (const rule of DATABASE_RULES) {
    it(
      rule.title,
      async () => {
        const current = running();
        await rule.check({
          db: current.database,
          _: current.database.command,
          strict: current.strictDatabase,
          elapse: (milliseconds) => current.elapse(milliseconds),
        });
      },
      120_000,
    );
  }
}
