/**
 * A roster imported under faults: two runs of the function at once, killed again and again, commits that
 * clash and answers that are lost, while people of the roster register themselves.
 */
import { responseSchema } from '@contract/wire';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { parseJson, registration, type TestProduct } from '../kit/product';
import { Importer, rosterIdNumber, rosterOf } from '../kit/rosters';
import { faultsOf, randomOf } from './draw';

const OFFICE = 'demo-county';
const MAXIMUM_ROUNDS = 60;
/** of each phase; writing a chunk takes some 400 calls */
const KILLED_ROUNDS = 8;
/** A transaction of an instance that died holds its locks for so long. */
const LOCKS_MS = 31_000;
/** In every second turn of somebody. */
const REGISTER_SHARE = 0.5;
/** Collections that hold one document of each person. */
const ONE_EACH = ['identities', 'volunteers', 'homes'] as const;

export interface ImportReport {
  readonly broken: readonly string[];
  /** people of the roster who registered themselves meanwhile */
  readonly registered: number;
  readonly kills: number;
}

export async function simulateImport(
  product: TestProduct,
  seed: number,
  people: number,
): Promise<ImportReport> {
  return new ImportSimulation(product, seed, people).run();
}

class ImportSimulation {
  private readonly random: () => number;
  private readonly broken: string[] = [];
  private kills = 0;

  constructor(
    private readonly product: TestProduct,
    private readonly seed: number,
    private readonly people: number,
  ) {
    this.random = randomOf(seed);
  }

  async run(): Promise<ImportReport> {
    const before = this.sizes();
    const numbers = Array.from({ length: this.people }, (_none, index) => index + 1);
    const importer = await Importer.upload(this.product, OFFICE, rosterOf(numbers));
    await importer.chooseColumns();
    await this.until(importer, 'preview', before);
    await importer.deed('import.confirmImport');
    await this.until(importer, 'imported', before);
    const registered = this.product.documents('volunteers').filter(({ channel }) => channel === 'simulation');
    const { addedCount } = await importer.view();
    this.expectSame('people', addedCount + registered.length, this.people);
    this.sizes().forEach((size, place) => {
      this.expectSame(ONE_EACH[place] ?? '', size - (before[place] ?? 0), this.people);
    });
    return { broken: this.broken, registered: registered.length, kills: this.kills };
  }

  private async until(importer: Importer, state: string, before: readonly number[]): Promise<void> {
    for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
      this.addFaults(round);
      await Promise.all([this.work(), this.work(), this.somebodyRegisters(), this.somebodyRegisters()]);
      this.kills += this.product.cloud.faults
        .list()
        .filter(({ kind, match }) => kind === 'killWorker' && match === 'import')
        .reduce((sum, { fired }) => sum + fired, 0);
      this.product.cloud.faults.clear();
      this.product.cloud.clock.advance(LOCKS_MS);
      // Writing gives way to the fold.
      await this.product.fold();
      const added = this.sizes().map((size, place) => size - (before[place] ?? 0));
      if (new Set(added).size > 1) this.broken.push(`round ${String(round)}: ${added.join(' / ')}`);
      if ((await importer.view()).state === state) return;
    }
    this.broken.push(`liveness: never ${state}`);
  }

  /** Every kind of fault, and at first a death of both runs before a chunk can be whole. */
  private addFaults(round: number): void {
    for (const rule of faultsOf(this.seed + round)) this.product.cloud.faults.add(rule);
    if (round >= KILLED_ROUNDS) return;
    for (const after of [true, false]) {
      const atCall = 3 + Math.floor(this.random() * 400);
      const kill = { kind: 'killWorker', match: 'import', atCall, after, times: 1 };
      this.product.cloud.faults.add(parseFaultRule(kill));
    }
  }

  private async work(): Promise<void> {
    await this.product.cloud.runTimer('import').catch(() => undefined);
  }

  /** Whether it is answered, refused or lost: the documents say. */
  private async somebodyRegisters(): Promise<void> {
    if (this.random() > REGISTER_SHARE) return;
    const number = 1 + Math.floor(this.random() * this.people);
    const person = { ...registration(number, '张三丰'), idNumber: rosterIdNumber(number) };
    const event = {
      procedure: 'volunteer.register',
      input: parseJson({ ...person, channel: 'simulation' }),
    };
    const openId = `person-${String(this.seed)}-${String(number)}`;
    try {
      responseSchema.parse(await this.product.cloud.invoke('api', event, { openid: openId }));
    } catch {
      // The function died, or the answer was lost.
    }
  }

  private sizes(): number[] {
    return ONE_EACH.map((name) => this.product.documents(name).length);
  }

  private expectSame(what: string, found: number, expected: number): void {
    if (found !== expected) this.broken.push(`${what}: ${String(found)} instead of ${String(expected)}`);
  }
}
