/**
 * A campaign of imports: a messy roster, checked and written by two runs at once in bad weather, while people
 * of it register; imported once more; undone while people claim their records. What must come out is known by
 * construction, and every figure equals a naive count.
 */
import { workImports } from '@server/import/work-imports';
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { communityOf, idNumberOf, ImportCampaign, OFFICE, phoneOf } from './import-campaign';

const PEOPLE = 420;
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

class RosterCampaign extends ImportCampaign {
  async run(): Promise<RosterReport> {
    this.weather.isCalm = true;
    this.grant();
    const first = await this.begin('roster', rosterText());
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

  protected lookAt(round: number): void {
    const sizes = ONE_EACH.map((name) => this.world.store.all(name).size);
    if (new Set(sizes).size > 1) this.differences.push(`round ${String(round)}: ${sizes.join(' / ')}`);
  }

  /** Given up while runs are at it: whatever they were about to store, it stays given up. */
  private async cancelOne(): Promise<void> {
    const importId = await this.begin('roster', rosterText());
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
    const again = await this.begin('roster', rosterText());
    await this.until(again, 'preview', () => Promise.resolve());
    this.expect('refused of the same file', this.refused(again), REFUSED);
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
    await this.runNight();
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
}
