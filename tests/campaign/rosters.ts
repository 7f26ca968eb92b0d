/**
 * A campaign of imports: a messy roster, checked and written by two runs at once in bad weather, while people
 * of it register; imported once more; undone while people claim their records. What must come out is known by
 * construction, and every figure equals a naive count.
 */
import { handleRequest } from '@server/kernel/router';
import { handlers } from '@server/handlers';
import { workImports } from '@server/import/work-imports';
import { runNightly } from '@server/audit/run-recount';
import { foldContributions } from '@server/statistics/fold-contributions';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import type { Ports } from '@server/kernel/ports';
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { COMMUNITIES } from '../kit/arbitrary-volunteers';
import { randomOf } from '../simulation/draw';
import { compareAll } from './compare';
import { KilledError, RepeatableError, Weather } from './weather';
import { World } from './world';

const OFFICE = 'office';
const CITY = '5132';
const PEOPLE = 420;
const MAXIMUM_ROUNDS = 400;
/** The locks of dead instances are gone, and every mark is old enough for an import to give way. */
const ROUND_MS = 31_000;
/** whenever somebody looks at the clock */
const SLOW_MS = 9_000;
const AT_ONCE = 3;
const CANCELLED = 3;
const TITLES = '姓名,身份证号,手机号,区划代码,注册日期';
/** One document of each person. */
const ONE_EACH = ['identities', 'volunteers', 'homes'] as const;

export interface RosterReport {
  /** in words */
  readonly differences: readonly string[];
  readonly fired: ReadonlyMap<string, number>;
  /** people of the roster who registered themselves meanwhile */
  readonly registered: number;
  /** who claimed their record while the import was undone */
  readonly claimed: number;
}

export function runRosterCampaign(seed: number): Promise<RosterReport> {
  return new RosterCampaign(seed).run();
}

const phoneOf = (person: number): string => `139${String(person).padStart(8, '0')}`;
function idNumberOf(person: number): string {
  const first17 = `51329919900101${String(person).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}
const communityOf = (person: number): string => COMMUNITIES[person % COMMUNITIES.length] ?? '';

/** Every tenth person is wrong once, every tenth stands there twice, the second time far below. */
function rosterText(): string {
  const rows = Array.from({ length: PEOPLE }, (_none, person) => {
    const day = person % 3 === 0 ? '' : `2023年${String(1 + (person % 12))}月7日`;
    return ['张三丰', idNumberOf(person), phoneOf(person), communityOf(person), day].join(',');
  });
  const wrong = rows
    .filter((_row, person) => person % 10 === 7)
    .map((row) => row.replace(/,139\d+,/, ',12345,'));
  const repeated = rows.filter((_row, person) => person % 10 === 3);
  return [TITLES, ...wrong, ...rows, ...repeated].join('\r\n');
}
const REFUSED = PEOPLE / 5;

class RosterCampaign {
  private readonly weather: Weather;
  private readonly world: World;
  private readonly ports: Ports;
  private readonly random: () => number;
  private readonly differences: string[] = [];
  private requests = 0;
  /** a slow cloud: the time of a run is over after a step or two */
  private isSlow = false;

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

  async run(): Promise<RosterReport> {
    this.weather.isCalm = true;
    this.grant();
    const first = await this.begin();
    await this.until(first, 'preview', () => this.somebodyRegisters());
    this.expect('refused', this.refused(first), REFUSED);
    await this.must('import.confirmImport', { importId: first, requestId: this.requestId() });
    await this.until(first, 'imported', () => this.somebodyRegisters());
    const registered = this.accounts();
    this.expect('people', this.imported(first, 'addedCount') + registered, PEOPLE);
    for (const name of ONE_EACH) this.expect(name, this.world.store.all(name).size, PEOPLE);
    await this.compare();
    await this.importAgain();
    for (let time = 0; time < CANCELLED; time += 1) await this.cancelOne();
    await this.must('import.undoImport', { importId: first, requestId: this.requestId(), reason: '导错了' });
    await this.until(first, 'undone', () => this.somebodyClaims());
    await this.compareUndone(first, registered);
    const claimed = this.accounts() - registered;
    return { differences: this.differences, fired: this.weather.fired, registered, claimed };
  }

  private grant(): void {
    this.world.store.put('roleGrants', {
      ...{ _id: OFFICE, openId: OFFICE, role: 'cityOffice', scope: { kind: 'division', divisionCode: CITY } },
      ...{ scopeName: '测试市', fromDay: '2022-01-01', toDay: null, grantedBy: 'deployment' },
      grantedAt: this.world.now,
    });
  }

  /** Sent and read in calm, its columns chosen as proposed. */
  private async begin(): Promise<string> {
    const begun = { divisionCode: CITY, fileName: '花名册.csv', partCount: 1 };
    const { importId } = await this.must('import.beginImport', { requestId: this.requestId(), ...begun });
    const content = Buffer.from(rosterText()).toString('base64');
    await this.must('import.addImportPart', { importId, part: 0, content });
    await this.must('import.startReading', { importId, requestId: this.requestId() });
    await workImports(this.ports);
    const { mapping } = await this.must('import.getImport', { importId });
    const choice = { importId, requestId: this.requestId(), mapping, usualCommunityCode: null };
    await this.must('import.chooseColumns', choice);
    return String(importId);
  }

  /** A run or two at once and a fold, in bad weather; then calm enough to look. */
  private async until(importId: string, state: string, somebody: () => Promise<void>): Promise<void> {
    for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
      this.weather.isCalm = false;
      this.isSlow = this.random() < 0.5;
      const people = Array.from({ length: AT_ONCE }, () => this.weathered(somebody));
      const fold = this.weathered(() => foldContributions(this.ports));
      await Promise.all([this.work(), this.random() < 0.5 ? this.work() : null, fold, ...people]);
      await this.calmDown();
      const sizes = ONE_EACH.map((name) => this.world.store.all(name).size);
      if (new Set(sizes).size > 1) this.differences.push(`round ${String(round)}: ${sizes.join(' / ')}`);
      const { state: present } = await this.must('import.getImport', { importId });
      if (present === state) return;
    }
    this.differences.push(`the import never came to ${state}`);
  }

  /** The locks of the dead are left alone until they are gone; then no mark stays. */
  private async calmDown(): Promise<void> {
    this.weather.isCalm = true;
    this.isSlow = false;
    this.world.now += ROUND_MS;
    for (let wait = 0; wait < 4_000; wait += 1) await Promise.resolve();
    for (let run = 0; run < 3; run += 1) await foldContributions(this.ports);
  }

  private work(): Promise<void> {
    return this.weathered(() => workImports(this.ports));
  }

  /** Given up while runs are at it: whatever they were about to store, it stays given up. */
  private async cancelOne(): Promise<void> {
    const importId = await this.begin();
    this.weather.isCalm = false;
    const answers: boolean[] = [];
    const cancel = this.weathered(async () => {
      const input = { importId, requestId: this.requestId() };
      answers.push((await this.call(OFFICE, 'import.cancelImport', input)).ok);
    });
    await Promise.all([this.work(), this.work(), cancel]);
    await this.calmDown();
    await workImports(this.ports);
    const { state } = await this.must('import.getImport', { importId });
    if (answers.includes(true)) this.expect('a cancelled import', state, 'cancelled');
    else await this.must('import.cancelImport', { importId, requestId: this.requestId() });
    await workImports(this.ports);
  }

  private async importAgain(): Promise<void> {
    const before = ONE_EACH.map((name) => JSON.stringify([...this.world.store.all(name).values()]));
    const again = await this.begin();
    await this.until(again, 'preview', () => Promise.resolve());
    await this.must('import.confirmImport', { importId: again, requestId: this.requestId() });
    await this.until(again, 'imported', () => Promise.resolve());
    this.expect('people of the same file', this.imported(again, 'addedCount'), 0);
    const after = ONE_EACH.map((name) => JSON.stringify([...this.world.store.all(name).values()]));
    if (before.join() !== after.join()) this.differences.push('the same file changed somebody');
  }

  /** Who has an account is there; nobody else of the import is. */
  private async compareUndone(importId: string, registered: number): Promise<void> {
    const claimed = this.accounts() - registered;
    const kept = this.imported(importId, 'keptCount');
    this.expect('kept', kept, claimed);
    this.expect('undone', this.imported(importId, 'undoneCount'), PEOPLE - registered - claimed);
    for (const name of ONE_EACH) this.expect(name, this.world.store.all(name).size, registered + claimed);
    for (const { volunteerId } of this.world.store.all('accounts').values())
      if (!this.world.store.all('volunteers').has(String(volunteerId)))
        this.differences.push('an account leads to nobody');
    await this.compare();
    this.world.now += DAY_MS;
    for (let run = 0; run < 20; run += 1) if ((await runNightly(this.ports)).isFinished) break;
    const outcomes = [...this.world.store.all('recounts').values()].map(({ outcome }) => outcome);
    this.expect('recount', outcomes.join(), 'clean');
  }

  private async compare(): Promise<void> {
    await this.calmDown();
    const today = civilDayOf(this.world.now);
    this.differences.push(...compareAll(this.world.store, [today, addDays(today, -200)]).differences);
  }

  private async somebodyRegisters(): Promise<void> {
    const person = Math.floor(this.random() * PEOPLE);
    await this.call(`person-${String(person)}`, 'volunteer.register', {
      ...{ requestId: this.requestId(), name: '张三丰', idNumber: idNumberOf(person), channel: null },
      ...{ communityCode: communityOf(person), consentVersion: CONSENT_VERSION },
      phone: { kind: 'typed', phoneNumber: phoneOf(person) },
    });
  }

  private async somebodyClaims(): Promise<void> {
    const person = Math.floor(this.random() * PEOPLE);
    await this.call(`person-${String(person)}`, 'volunteer.claim', {
      ...{ requestId: this.requestId(), name: '张三丰', idNumber: idNumberOf(person) },
      ...{ phoneCode: phoneOf(person), consentVersion: CONSENT_VERSION },
    });
  }

  private accounts(): number {
    return this.world.store.all('accounts').size;
  }

  private imported(importId: string, field: string): number {
    return Number(this.world.store.all('imports').get(importId)?.[field]);
  }

  private refused(importId: string): unknown {
    const counts = this.world.store.all('imports').get(importId)?.['counts'];
    return typeof counts === 'object' && counts !== null ? Reflect.get(counts, 'refusedCount') : undefined;
  }

  private requestId(): string {
    this.requests += 1;
    return `roster-${String(this.seed)}-${String(this.requests).padStart(8, '0')}`;
  }

  private async call(openId: string, procedure: string, input: object) {
    return handleRequest(handlers, this.ports, { procedure, input }, openId);
  }

  /** Of the office, in calm. */
  private async must(procedure: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.call(OFFICE, procedure, input);
    if (!answer.ok)
      throw new Error(`${procedure}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`);
    return parseView(answer.value);
  }

  private async weathered(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof KilledError) && !(error instanceof RepeatableError)) throw error;
    }
  }

  private expect(what: string, found: unknown, expected: number | string): void {
    if (found !== expected) this.differences.push(`${what}: ${String(found)} instead of ${String(expected)}`);
  }
}

function parseView(value: unknown): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}
