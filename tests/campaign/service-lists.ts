/**
 * A campaign of imported services: a list of people who are registered, with hours and with times that
 * overlap,
 * checked and written by several runs at once in bad weather while people deny records; imported once more,
 * undone, and imported anew. What every row counts is known from a naive day of 1,440 minutes.
 */
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { communityOf, idNumberOf, ImportCampaign, phoneOf } from './import-campaign';

const PEOPLE = 24;
const ROWS = 180;
const DAYS = 6;
const DAY_MINUTES = 1_440;
const TITLES = '姓名,身份证号,服务日期,开始时间,结束时间,时长（分钟）,活动名称,服务组织';

export interface ServiceListReport {
  /** in words */
  readonly differences: readonly string[];
  readonly fired: ReadonlyMap<string, number>;
  readonly written: number;
  /** records that whose they were denied meanwhile */
  readonly denied: number;
}

export function runServiceListCampaign(seed: number): Promise<ServiceListReport> {
  return new ServiceListCampaign(seed).run();
}

interface Row {
  readonly person: number;
  readonly day: number;
  /** null: the list has minutes alone */
  readonly times: { readonly from: number; readonly to: number } | null;
  readonly minutes: number;
  readonly title: string;
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;

function textOf({ person, day, times, minutes, title }: Row): string {
  const written = times === null ? ['', '', minutes] : [clockOf(times.from), clockOf(times.to), ''];
  return ['张三丰', idNumberOf(person), `2023-10-1${String(day)}`, ...written, title, '河畔队'].join(',');
}

/** What each row counts, in the order of the list: every minute of a day once, all together 1,440. */
function countNaively(rows: readonly Row[]): number[] {
  const days = new Map<string, { readonly taken: Set<number>; sum: number }>();
  return rows.map(({ person, day, times, minutes }) => {
    const key = `${String(person)} ${String(day)}`;
    const known = days.get(key) ?? { taken: new Set<number>(), sum: 0 };
    let served = times === null ? minutes : 0;
    for (let minute = times?.from ?? 0; minute < (times?.to ?? 0); minute += 1) {
      if (!known.taken.has(minute)) served += 1;
    }
    const counted = Math.min(served, DAY_MINUTES - known.sum);
    if (counted === 0) return 0;
    for (let minute = times?.from ?? 0; minute < (times?.to ?? 0); minute += 1) known.taken.add(minute);
    days.set(key, { taken: known.taken, sum: known.sum + counted });
    return counted;
  });
}

class ServiceListCampaign extends ImportCampaign {
  async run(): Promise<ServiceListReport> {
    this.weather.isCalm = true;
    this.grant();
    for (let person = 0; person < PEOPLE; person += 1) await this.register(person);
    const rows = Array.from({ length: ROWS }, (_none, number) => this.row(number));
    const text = [TITLES, ...rows.map(textOf), ...rows.slice(0, 10).map(textOf)].join('\r\n');
    const counted = countNaively(rows);
    const written = counted.filter((minutes) => minutes > 0).length;
    const first = await this.write(text, 'imported');
    this.expect('written', this.imported(first, 'addedCount'), written);
    rows.forEach((row, number) => {
      this.expect(row.title, this.minutesOf(row.title), counted[number] ?? 0);
    });
    await this.compare();
    const again = await this.write(text, 'imported');
    this.expect('written again', this.imported(again, 'addedCount'), 0);
    await this.must('import.undoImport', { importId: first, requestId: this.requestId(), reason: '导错了' });
    await this.until(first, 'undone', () => this.somebodyDenies());
    const [undone, denied] = ['undoneCount', 'keptCount'].map((field) => this.imported(first, field));
    this.expect('undone and denied', (undone ?? 0) + (denied ?? 0), written);
    this.expect('records that count', this.confirmed().length, 0);
    for (const { visits } of this.world.store.all('serviceDays').values())
      this.expect('visits of a day', Array.isArray(visits) ? visits.length : -1, 0);
    await this.compare();
    const anew = await this.write(text, 'imported');
    this.expect('records anew', this.confirmed().length, this.imported(anew, 'addedCount'));
    await this.compare();
    await this.runNight();
    return { differences: this.differences, fired: this.weather.fired, written, denied: denied ?? 0 };
  }

  /** Every third row has minutes alone; the others overlap now and then. */
  private row(number: number): Row {
    const draw = (below: number): number => Math.floor(this.random() * below);
    const from = 60 * (6 + draw(12));
    const times = number % 3 === 0 ? null : { from, to: from + 30 * (1 + draw(8)) };
    const minutes = times === null ? 30 * (1 + draw(20)) : times.to - times.from;
    return { person: draw(PEOPLE), day: draw(DAYS), times, minutes, title: `第${String(number)}件` };
  }

  private async register(person: number): Promise<void> {
    await this.call(`person-${String(person)}`, 'volunteer.register', {
      ...{ requestId: this.requestId(), name: '张三丰', idNumber: idNumberOf(person), channel: null },
      ...{ communityCode: communityOf(person), consentVersion: CONSENT_VERSION },
      phone: { kind: 'typed', phoneNumber: phoneOf(person) },
    });
  }

  private async write(text: string, state: string): Promise<string> {
    const importId = await this.begin('records', text);
    await this.until(importId, 'preview', () => Promise.resolve());
    await this.must('import.confirmImport', { importId, requestId: this.requestId() });
    await this.until(importId, state, () => Promise.resolve());
    return importId;
  }

  private async somebodyDenies(): Promise<void> {
    const records = this.confirmed();
    const record = records[Math.floor(this.random() * records.length)];
    const account = [...this.world.store.all('accounts').values()].find(
      ({ volunteerId }) => volunteerId === record?.['volunteerId'],
    );
    if (record === undefined || account === undefined) return;
    const input = { requestId: this.requestId(), shiftId: record['shiftId'], reason: '不是我做的' };
    await this.call(account._id, 'import.objectToRecord', input);
  }

  private confirmed() {
    return [...this.world.store.all('attendances').values()].filter(({ state }) => state === 'confirmed');
  }

  /** Of one row: the titles are its own. */
  private minutesOf(title: string): number {
    const records = this.confirmed().filter((one) => one['title'] === title);
    return records.reduce((sum, one) => sum + Number(one['creditedMinutes']), 0);
  }

  /** A record has its entry, its place in the day, and the day's minutes are its own. */
  protected lookAt(round: number): void {
    const ledger = this.world.store.all('ledger');
    for (const { _id, seq } of this.confirmed())
      if (!ledger.has(`${_id}:${String(seq)}`)) this.differences.push(`round ${String(round)}: no entry`);
    const inDays = [...this.world.store.all('serviceDays').values()].reduce(
      (sum, { visits }) => sum + (Array.isArray(visits) ? visits.length : 0),
      0,
    );
    this.expect(`round ${String(round)}: visits of days`, inDays, this.confirmed().length);
  }
}
