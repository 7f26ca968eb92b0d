/** 导入服务记录 through the real functions: judged, written once, undone, denied, merged. */
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { HOUR_MS } from '@domain/time/civil-day';
import { merge } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import { Importer, workbookOf, type RosterCell } from '../../tests/kit/rosters';
import { serviceList, serviceRow, type ServiceWishes } from '../../tests/kit/service-lists';
import { activityInput, at, ORGANISER } from '../../tests/kit/shifts';
import { addBehind } from '../../tests/kit/tamper';

const COUNTY_OFFICE = 'demo-county';
let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

/** Nobody meets somebody of another test. */
let people = 0;
async function person(): Promise<{ openId: string; number: number }> {
  people += 1;
  const openId = `served-${String(people)}`;
  await product.must(openId, 'volunteer.register', registration(people));
  return { openId, number: people };
}
const upload = (rows: readonly (readonly RosterCell[])[], openId = COUNTY_OFFICE): Promise<Importer> =>
  Importer.upload(product, openId, serviceList(rows), '513201', 'records');
async function imported(rows: readonly (readonly RosterCell[])[]): Promise<Importer> {
  const importer = await upload(rows);
  await importer.check();
  await importer.confirm();
  return importer;
}
const mine = (openId: string) => product.must(openId, 'attendance.listMyRecords', { cursor: null });
async function expectExact(): Promise<void> {
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
}
const tallyOf = (quantity: string): number =>
  [...storedSums(product)]
    .filter(([key]) => key.startsWith('5132:all|') && key.endsWith(`|${quantity}`))
    .reduce((sum, [, amount]) => sum + amount, 0);

test('[IM10] rows are told apart: person, day, length, title; the first ones are shown', async () => {
  const { number } = await person();
  const wrong: ServiceWishes[] = [
    { idNumber: '' },
    { name: '李四' },
    { day: '哪天' },
    { day: '2099-01-01' },
    { hours: '很久' },
    { hours: 25 },
    { from: '11:00', to: '9:00' },
    { title: '' },
  ];
  const importer = await upload([
    serviceRow(number),
    serviceRow(number, { from: 0.375, to: '11:30', title: '护学岗' }),
    serviceRow(number),
    serviceRow(999),
    ...wrong.map((wishes) => serviceRow(number, { title: '别的事', ...wishes })),
  ]);
  expect((await importer.view()).mapping).toMatchObject({ day: 2, from: 3, to: 4, hours: 5, title: 6 });
  const view = await importer.check();
  expect(view.faults.map(({ row, fault }) => [row, fault])).toEqual([
    [4, 'recordRepeated'],
    [5, 'personUnknown'],
    [6, 'personMissing'],
    [7, 'nameDiffers'],
    [8, 'dayInvalid'],
    [9, 'serviceDayImpossible'],
    [10, 'hoursInvalid'],
    [11, 'hoursInvalid'],
    [12, 'timesInvalid'],
    [13, 'titleMissing'],
  ]);
  expect(view.counts).toMatchObject({ newCount: 2, refusedCount: 10 });
  expect(view.records.map(({ times, minutes, title }) => [times, minutes, title])).toEqual([
    ['', 120, '清扫河道'],
    ['9:00–11:30', 150, '护学岗'],
  ]);
  await importer.deed('import.cancelImport');
});

test('[IM10] by the volunteer number or the phone; never of oneself, nor of elsewhere', async () => {
  const { openId, number } = await person();
  const own = await person();
  const grant = documentOf('roleGrants', ({ openId: who }) => who === COUNTY_OFFICE);
  await addBehind(product, 'roleGrants', { ...grant, _id: 'served-office', openId: own.openId });
  const { volunteerNumber } = await product.must(openId, 'volunteer.getMyData', {});
  const { phone } = registration(number);
  const phoneNumber = phone.kind === 'typed' ? phone.phoneNumber : '';
  const rows = [
    ['姓名', '志愿者编号', '手机号', '日期', '时长（分钟）', '活动'],
    ['测试者', volunteerNumber, null, '2024-05-02', 90, '植树'],
    ['测试者', null, phoneNumber, '2024-05-03', 45, '植树'],
  ];
  const list = await Importer.upload(product, own.openId, workbookOf(rows), '513201', 'records');
  expect((await list.check()).counts).toMatchObject({ newCount: 2, refusedCount: 0 });
  await list.confirm();
  expect((await mine(openId)).totalMinutes).toBe(135);
  const selfish = await upload([serviceRow(own.number)], own.openId);
  expect((await selfish.check()).faults).toMatchObject([{ fault: 'ownRecord' }]);
  await selfish.deed('import.cancelImport');
});

function documentOf(name: string, isIt: (document: Readonly<Record<string, unknown>>) => boolean) {
  const found = product.documents(name).find(isIt);
  if (found === undefined) throw new Error(`no such document in ${name}`);
  return found;
}

test('[IM11][IM13] counted as supplemented, never strict; the same list again changes nothing', async () => {
  const { openId, number } = await person();
  await product.fold();
  const before = ['serviceMinutes', 'supplementedMinutes', 'strictMinutes', 'closedVisits'].map(tallyOf);
  const rows = [serviceRow(number), serviceRow(number, { day: '2024-05-04', from: '9:00', to: '10:30' })];
  const importer = await imported(rows);
  expect(await importer.view()).toMatchObject({ state: 'imported', addedCount: 2 });
  await expectExact();
  const after = ['serviceMinutes', 'supplementedMinutes', 'strictMinutes', 'closedVisits'].map(tallyOf);
  expect(after.map((amount, place) => amount - (before[place] ?? 0))).toEqual([210, 210, 0, 0]);
  const shown = await mine(openId);
  expect(shown).toMatchObject({ totalMinutes: 210, recordCount: 2 });
  expect(shown.records.map(({ imported: one }) => one)).toEqual([
    { organisation: '河畔志愿服务队', day: '2024-05-04', isTimed: true },
    { organisation: '河畔志愿服务队', day: '2024-05-01', isTimed: false },
  ]);
  const period = { fromDay: '2024-01-01', toDay: '2024-12-31' };
  expect((await product.must(openId, 'certificate.listCertifiable', period)).records).toEqual([]);
  const taken = await product.must(openId, 'volunteer.takeData', { requestId: requestId(), cursor: null });
  expect(taken.records[0]).toMatchObject({ imported: { day: '2024-05-04' }, creditedMinutes: 90 });
  const print = () =>
    JSON.stringify(['attendances', 'ledger', 'serviceDays'].map((one) => product.documents(one)));
  const stored = print();
  const again = await imported(rows);
  expect(await again.view()).toMatchObject({ addedCount: 0, counts: { newCount: 0, knownCount: 2 } });
  const longer = await upload([serviceRow(number, { hours: 3 })]);
  expect((await longer.check()).faults).toMatchObject([{ fault: 'recordDiffers' }]);
  await longer.deed('import.cancelImport');
  expect(print() === stored).toBe(true);
});

/** Checks in and out of a shift of that day, at Shanghai hours. */
async function serve(openId: string, from: number, to: number): Promise<string> {
  const today = product.cloud.clock.now();
  const midnight = today - ((today + 8 * HOUR_MS) % (24 * HOUR_MS)) + 24 * HOUR_MS;
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [{ startsAt: midnight + from * HOUR_MS, endsAt: midnight + to * HOUR_MS, capacity: null }],
  });
  const [shiftId = ''] = shiftIds;
  const visit = (deed: 'checkIn' | 'checkOut') =>
    product.must(openId, `attendance.${deed}`, { requestId: requestId(), shiftId, evidence: at(0) });
  product.cloud.clock.setNow(midnight + from * HOUR_MS - 60_000);
  await visit('checkIn');
  product.cloud.clock.setNow(midnight + to * HOUR_MS);
  await visit('checkOut');
  return `${shiftId}:${product.volunteerIdOf(openId)}`;
}
const dayOfClock = (): string => new Date(product.cloud.clock.now() + 8 * HOUR_MS).toISOString().slice(0, 10);

test('[IM12] times lose what is credited and gain it when that is void; hours fill the day', async () => {
  const { openId, number } = await person();
  const own = await serve(openId, 9, 11);
  const day = dayOfClock();
  const list = await imported([
    serviceRow(number, { day, from: '10:00', to: '12:00', title: '另一件事' }),
    serviceRow(number, { day, from: '9:30', to: '10:30', title: '早就计过' }),
    serviceRow(number, { day, hours: 22, title: '整天' }),
  ]);
  const view = await list.view();
  expect(view.faults).toMatchObject([{ fault: 'timeTaken' }]);
  expect(view).toMatchObject({ addedCount: 2 });
  expect((await mine(openId)).totalMinutes).toBe(24 * 60);
  await expectExact();
  const input = { requestId: requestId(), attendanceId: own, reason: '试一试' };
  expect(await product.must(COUNTY_OFFICE, 'attendance.voidRecord', input)).toMatchObject({
    recreditedCount: 2,
  });
  const { records } = await mine(openId);
  const minutes = records.filter(({ state }) => state === 'confirmed').map((one) => one.creditedMinutes);
  expect(minutes.sort((a, b) => a - b)).toEqual([120, 22 * 60]);
  await expectExact();
});

test('[IM12] a visit of the same day waits when the hours of a list go beyond its tier with it', async () => {
  const { openId, number } = await person();
  const today = dayOfClock();
  const tomorrow = new Date(Date.parse(today) + 24 * HOUR_MS).toISOString().slice(0, 10);
  product.cloud.clock.advance(24 * HOUR_MS);
  await imported([serviceRow(number, { day: tomorrow, hours: 7 })]);
  product.cloud.clock.advance(-24 * HOUR_MS);
  await serve(openId, 14, 16);
  const { records } = await mine(openId);
  expect(records.map(({ state, creditedMinutes }) => [state, creditedMinutes])).toEqual([
    ['checkedOut', 120],
    ['confirmed', 420],
  ]);
  await expectExact();
});

test('[IM14] undone: all of it is void, the time is free, and the same list can come again', async () => {
  const { openId, number } = await person();
  const rows = [serviceRow(number), serviceRow(number, { title: '照看老人' })];
  const first = await imported(rows);
  const [denied] = (await mine(openId)).records;
  const objection = { requestId: requestId(), shiftId: denied?.shiftId ?? '', reason: '不是我做的' };
  await product.must(openId, 'import.objectToRecord', objection);
  expect(await first.undo()).toMatchObject({ state: 'undone', undoneCount: 1, keptCount: 1 });
  expect(await mine(openId)).toMatchObject({ totalMinutes: 0, recordCount: 0 });
  await expectExact();
  const again = await imported(rows);
  expect(await again.view()).toMatchObject({ addedCount: 1, counts: { newCount: 1, refusedCount: 1 } });
  expect((await again.view()).faults).toMatchObject([{ fault: 'recordVoided' }]);
  expect(await mine(openId)).toMatchObject({ totalMinutes: 120, recordCount: 1 });
  await expectExact();
});

test('[IM15] whose record it is denies it once; an office takes a single one back', async () => {
  const { openId, number } = await person();
  const importer = await imported([serviceRow(number), serviceRow(number, { title: '照看老人' })]);
  const { importId } = importer;
  const { records } = await product.must(COUNTY_OFFICE, 'import.listImportedRecords', {
    importId,
    cursor: null,
  });
  expect(records.map(({ maskedName, state }) => [maskedName, state])).toEqual([
    ['测**', 'confirmed'],
    ['测**', 'confirmed'],
  ]);
  const [one, other] = records.map(({ attendanceId }) => attendanceId);
  const shiftId = one?.split(':')[0] ?? '';
  expect(await product.must(openId, 'import.getImportedRecord', { shiftId })).toMatchObject({
    ...{ statedMinutes: 120, officeName: '马尔康市' },
  });
  const claim = { shiftId, requestId: requestId(), kind: 'notMine', arrivedAt: null, leftAt: null } as const;
  expect(await product.call(openId, 'attendance.makeClaim', { ...claim, statement: '不是我' })).toMatchObject(
    {
      code: 'record.notFound',
    },
  );
  const objection = { requestId: requestId(), shiftId, reason: '不是我做的' };
  expect(await product.must(openId, 'import.objectToRecord', objection)).toMatchObject({ outcome: 'voided' });
  expect(await product.must(openId, 'import.objectToRecord', objection)).toMatchObject({
    outcome: 'already',
  });
  const later = { ...objection, requestId: requestId() };
  expect(await product.call(openId, 'import.objectToRecord', later)).toMatchObject({
    code: 'attendance.voided',
  });
  const attendanceId = other ?? '';
  const preview = await product.must(COUNTY_OFFICE, 'attendance.getVoidPreview', { attendanceId });
  expect(preview).toMatchObject({ countedMinutes: 120, freesSeat: false });
  const deed = { requestId: requestId(), attendanceId, reason: '名单有误' };
  await product.must(COUNTY_OFFICE, 'attendance.voidRecord', deed);
  const { entries } = await product.must(openId, 'attendance.listRecordHistory', {
    ...{ shiftId: attendanceId.split(':')[0] ?? '', cursor: null },
  });
  expect(entries.map(({ source, reason }) => [source, reason])).toEqual([
    ['void', '名单有误'],
    ['import', null],
  ]);
  expect((await mine(openId)).totalMinutes).toBe(0);
  await expectExact();
});

test('[IM15][RM4] merging takes imported records over, once, and undoing finds them', async () => {
  const [one, other] = [await person(), await person()];
  const importer = await imported([
    serviceRow(one.number),
    serviceRow(other.number),
    serviceRow(other.number, { day: '2024-05-05', from: '9:00', to: '11:00' }),
  ]);
  await merge(product, one.openId, other.openId);
  expect(await mine(one.openId)).toMatchObject({ totalMinutes: 240, recordCount: 2 });
  await expectExact();
  expect(await importer.undo()).toMatchObject({ undoneCount: 2, keptCount: 1 });
  expect(await mine(one.openId)).toMatchObject({ totalMinutes: 0 });
  await expectExact();
});

test('[IM13] runs that die anywhere write every record once', async () => {
  const { openId, number } = await person();
  const rows = Array.from({ length: 120 }, (_none, index) =>
    serviceRow(number, {
      title: `第${String(index)}次`,
      hours: 1,
      day: `2023-0${String(1 + (index % 9))}-11`,
    }),
  );
  const importer = await upload(rows);
  await importer.check();
  await importer.deed('import.confirmImport');
  for (let run = 0; run < 12; run += 1) {
    const rule = {
      kind: 'killWorker',
      match: 'import',
      atCall: 60 + run * 70,
      after: run % 2 === 0,
      times: 1,
    };
    product.cloud.faults.add(parseFaultRule(rule));
    await product.cloud.runTimer('import').catch(() => undefined);
    product.cloud.faults.clear();
    product.cloud.clock.advance(31_000);
    await product.fold();
    if ((await importer.view()).state === 'imported') break;
  }
  expect(await importer.view()).toMatchObject({ state: 'imported', addedCount: 120 });
  expect(await mine(openId)).toMatchObject({ totalMinutes: 7_200, recordCount: 120 });
  const entries = product.documents('ledger').filter((one) => one['requestId'] === importer.importId);
  expect(entries).toHaveLength(120);
  await expectExact();
});
