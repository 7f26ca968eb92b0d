/**
 * What campaigns of imports have in common: an office of a small city in memory, runs of the timer at once
 * in bad
 * weather, and a look at everything when it is calm.
 */
import { handleRequest } from '@server/kernel/router';
import { handlers } from '@server/handlers';
import { workImports } from '@server/import/work-imports';
import { runNightly } from '@server/audit/run-recount';
import { foldContributions } from '@server/statistics/fold-contributions';
import type { ImportKind } from '@domain/import/columns';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import type { Ports } from '@server/kernel/ports';
import { COMMUNITIES } from '../kit/arbitrary-volunteers';
import { randomOf } from '../simulation/draw';
import { compareAll } from './compare';
import { KilledError, RepeatableError, Weather } from './weather';
import { World } from './world';

export const OFFICE = 'office';
const CITY = '5132';
const MAXIMUM_ROUNDS = 400;
/** The locks of dead instances are gone, and every mark is old enough for an import to give way. */
const ROUND_MS = 31_000;
/** whenever somebody looks at the clock */
const SLOW_MS = 9_000;
const AT_ONCE = 3;

export const phoneOf = (person: number): string => `139${String(person).padStart(8, '0')}`;
export function idNumberOf(person: number): string {
  const first17 = `51329919900101${String(person).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}
export const communityOf = (person: number): string => COMMUNITIES[person % COMMUNITIES.length] ?? '';

export abstract class ImportCampaign {
  protected readonly weather: Weather;
  protected readonly world: World;
  protected readonly ports: Ports;
  protected readonly random: () => number;
  protected readonly differences: string[] = [];
  protected requests = 0;
  /** a slow cloud: the time of a run is over after a step or two */
  protected isSlow = false;

  constructor(private readonly seed: number) {
    this.weather = new Weather(seed);
    this.random = randomOf(seed + 1);
    this.world = new World(this.weather);
    const { ports } = this.world;
    this.ports = {
      ...ports,
      // The phone button proves the number that its code is.
      platform: { ...ports.platform, phoneNumberOf: (code) => Promise.resolve(code) },
      now: () => {
        if (this.isSlow) this.world.now += SLOW_MS;
        return this.world.now;
      },
    };
  }

  protected grant(): void {
    this.world.store.put('roleGrants', {
      ...{ _id: OFFICE, openId: OFFICE, role: 'cityOffice', scope: { kind: 'division', divisionCode: CITY } },
      ...{ scopeName: '测试市', fromDay: '2022-01-01', toDay: null, grantedBy: 'deployment' },
      grantedAt: this.world.now,
    });
  }

  /** Sent and read in calm, its columns chosen as proposed. */
  protected async begin(rowKind: ImportKind, text: string): Promise<string> {
    const begun = { rowKind, divisionCode: CITY, fileName: '名单.csv', partCount: 1 };
    const { importId } = await this.must('import.beginImport', { requestId: this.requestId(), ...begun });
    const content = Buffer.from(text).toString('base64');
    await this.must('import.addImportPart', { importId, part: 0, content });
    await this.must('import.startReading', { importId, requestId: this.requestId() });
    await workImports(this.ports);
    const { mapping } = await this.must('import.getImport', { importId });
    const choice = { importId, requestId: this.requestId(), mapping, usualCommunityCode: null };
    await this.must('import.chooseColumns', choice);
    return String(importId);
  }

  /** A run or two at once and a fold, in bad weather; then calm enough to look. */
  protected async until(importId: string, state: string, somebody: () => Promise<void>): Promise<void> {
    for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
      this.weather.isCalm = false;
      this.isSlow = this.random() < 0.5;
      const people = Array.from({ length: AT_ONCE }, () => this.weathered(somebody));
      const fold = this.weathered(() => foldContributions(this.ports));
      await Promise.all([this.work(), this.random() < 0.5 ? this.work() : null, fold, ...people]);
      await this.calmDown();
      this.lookAt(round);
      const { state: present } = await this.must('import.getImport', { importId });
      if (present === state) return;
    }
    this.differences.push(`the import never came to ${state}`);
  }

  /** The locks of the dead are left alone until they are gone; then no mark stays. */
  protected async calmDown(): Promise<void> {
    this.weather.isCalm = true;
    this.isSlow = false;
    this.world.now += ROUND_MS;
    for (let wait = 0; wait < 4_000; wait += 1) await Promise.resolve();
    for (let run = 0; run < 3; run += 1) await foldContributions(this.ports);
  }

  protected work(): Promise<void> {
    return this.weathered(() => workImports(this.ports));
  }

  /** After every round; whatever is broken is a difference. */
  protected abstract lookAt(round: number): void;

  /** The recount of the night after finds nothing. */
  protected async runNight(): Promise<void> {
    this.world.now += DAY_MS;
    for (let run = 0; run < 20; run += 1) if ((await runNightly(this.ports)).isFinished) break;
    const outcomes = [...this.world.store.all('recounts').values()].map(({ outcome }) => outcome);
    this.expect('recount', outcomes.join(), 'clean');
  }

  protected async compare(): Promise<void> {
    await this.calmDown();
    const today = civilDayOf(this.world.now);
    this.differences.push(...compareAll(this.world.store, [today, addDays(today, -200)]).differences);
  }

  protected imported(importId: string, field: string): number {
    return Number(this.world.store.all('imports').get(importId)?.[field]);
  }

  protected refused(importId: string): unknown {
    const counts = this.world.store.all('imports').get(importId)?.['counts'];
    return typeof counts === 'object' && counts !== null ? Reflect.get(counts, 'refusedCount') : undefined;
  }

  protected requestId(): string {
    this.requests += 1;
    return `import-${String(this.seed)}-${String(this.requests).padStart(8, '0')}`;
  }

  protected async call(openId: string, procedure: string, input: object) {
    return handleRequest(handlers, this.ports, { procedure, input }, openId);
  }

  /** Of the office, in calm. */
  protected async must(procedure: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.call(OFFICE, procedure, input);
    if (!answer.ok)
      throw new Error(`${procedure}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`);
    return parseView(answer.value);
  }

  protected async weathered(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof KilledError) && !(error instanceof RepeatableError)) throw error;
    }
  }

  protected expect(what: string, found: unknown, expected: number | string): void {
    if (found !== expected) this.differences.push(`${what}: ${String(found)} instead of ${String(expected)}`);
  }
}

function parseView(value: unknown): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}
