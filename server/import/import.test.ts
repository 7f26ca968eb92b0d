/** 导入花名册 through the real functions: a messy file, step by step, by runs that may die. */
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import { addDays, civilDayOf, DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { claimInput, phoneCodeOf } from '../../tests/kit/phone-code';
import { mergeAsAsked, mergeInput } from '../../tests/kit/merging';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { recount, storedSums } from '../../tests/kit/recount';
import {
  Importer,
  ROSTER_TITLES,
  rosterIdNumber,
  rosterOf,
  rosterPhone,
  rosterRow,
  workbookOf,
} from '../../tests/kit/rosters';
import { CITY_OFFICE } from '../../tests/kit/shifts';

const COUNTY_OFFICE = 'demo-county';
const PEOPLE = ['identities', 'volunteers', 'homes', 'accounts', 'dirtyVolunteers'];

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
beforeEach(() => product.renew());
afterAll(() => product.stop());

const documentsOf = (names: readonly string[]) =>
  JSON.stringify(
    names.map((name) =>
      product
        .documents(name)
        .map((document) => JSON.stringify(document))
        .sort(),
    ),
  );
const importedPeople = () =>
  product
    .documents('volunteers')
    .filter(({ channel }) => typeof channel === 'string' && channel.startsWith('import:'));
const countOf = (name: string): number => product.documents(name).length;
const upTo = (count: number): number[] => Array.from({ length: count }, (_none, number) => number + 1);

const claim = async (openId: string, number: number) =>
  product.call(
    openId,
    'volunteer.claim',
    await claimInput(product, { name: '张三丰', idNumber: rosterIdNumber(number) }, rosterPhone(number)),
  );

test('[IM3][IM4][IM5] a messy file: titles found, rows told apart, only good ones written', async () => {
  await product.must('known', 'volunteer.register', {
    ...registration(1, '张三丰'),
    idNumber: rosterIdNumber(1),
  });
  const rows = [
    rosterRow(1),
    [
      '　２',
      '李　四',
      '',
      rosterIdNumber(2).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
      13900000002,
      '马尔康市马尔康镇美谷社区',
      45356,
    ],
    [],
    rosterRow(2),
    rosterRow(3, { phone: '12345' }),
    rosterRow(4, { place: '成都市武侯区' }),
    rosterRow(5, { name: '=HYPERLINK("http://x")' }),
    rosterRow(6, { phone: null }),
    [null, '合计', null, '6 人'],
  ];
  const importer = await Importer.upload(product, COUNTY_OFFICE, workbookOf([...ROSTER_TITLES, ...rows]));
  const read = await importer.view();
  expect(read).toMatchObject({ state: 'columns', rowCount: 8, sheetName: '花名册', isRemembered: false });
  expect(read.mapping).toMatchObject({
    name: 1,
    idType: 2,
    idNumber: 3,
    phone: 4,
    community: 5,
    registeredDay: 6,
  });
  expect(JSON.stringify(read.samples)).not.toContain(rosterIdNumber(1));
  const before = documentsOf(PEOPLE);
  const checked = await importer.check();
  expect(checked.counts).toEqual({ newCount: 2, knownCount: 1, completedCount: 0, refusedCount: 5 });
  expect(checked.faults.map(({ row, fault }) => [row, fault])).toEqual([
    [8, 'repeated'],
    [9, 'phoneInvalid'],
    [10, 'communityUnknown'],
    [11, 'nameInvalid'],
    [13, 'idNumberInvalid'],
  ]);
  expect(checked.people).toEqual([
    {
      ...{ row: 6, name: '李四', maskedPhone: '139****0002', registeredDay: '2024-03-05' },
      divisionName: '马尔康市 · 马尔康镇 · 美谷社区居委会',
    },
    expect.objectContaining({ row: 12, name: '张三丰', maskedPhone: '' }),
  ]);
  expect(documentsOf(PEOPLE) === before).toBe(true);
  expect(checked.errorFileUrl).not.toBeNull();
  const written = await importer.confirm();
  expect(written).toMatchObject({ state: 'imported', addedCount: 2 });
  const added = importedPeople();
  expect(
    added.map(({ name, registeredDay, consents, phoneHash }) => [
      name,
      registeredDay,
      consents,
      phoneHash !== '',
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['李四', '2024-03-05', [], true],
      ['张三丰', '2024-03-05', [], false],
    ]),
  );
  for (const secret of [rosterIdNumber(2), '13900000002'])
    expect(product.fingerprint()).not.toContain(secret);
});

test('[IM4] a row with a wrong name does not stand in the way of the right one below', async () => {
  const input = { ...registration(9, '张三丰'), idNumber: rosterIdNumber(9) };
  await product.must('somebody', 'volunteer.register', input);
  const rows = [rosterRow(9, { name: '李四' }), rosterRow(9), rosterRow(9)];
  const importer = await Importer.upload(product, COUNTY_OFFICE, workbookOf([...ROSTER_TITLES, ...rows]));
  const { counts, faults } = await importer.check();
  expect(counts).toMatchObject({ newCount: 0, knownCount: 1, refusedCount: 2 });
  expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
    [5, 'nameDiffers'],
    [7, 'repeated'],
  ]);
});

test('[IM5] a second import of the same file changes nothing of anybody', async () => {
  const file = rosterOf(upTo(120));
  const boardOf = async () =>
    (await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null })).division;
  const first = await Importer.upload(product, COUNTY_OFFICE, file);
  await first.check();
  expect(await first.confirm()).toMatchObject({ addedCount: 120 });
  await product.fold();
  const before = documentsOf([...PEOPLE, 'contributions']);
  const figures = await boardOf();
  const second = await Importer.upload(product, CITY_OFFICE, file, '5132');
  expect((await second.check()).counts).toEqual({
    newCount: 0,
    knownCount: 120,
    completedCount: 0,
    refusedCount: 0,
  });
  expect(await second.confirm()).toMatchObject({ state: 'imported', addedCount: 0 });
  await product.fold();
  expect(documentsOf([...PEOPLE, 'contributions']) === before).toBe(true);
  expect(await boardOf()).toEqual(figures);
});

test('[IM5] figures follow: registered on the day the roster says', async () => {
  const boardOn = (day: string | null) =>
    product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: null, day });
  const registeredOf = async (day: string | null) => (await boardOn(day)).division.registered.value ?? 0;
  const yesterday = addDays(civilDayOf(product.cloud.clock.now()), -1);
  const before = [await registeredOf(null), await registeredOf(yesterday)];
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(5)));
  await importer.check();
  await importer.confirm();
  await product.fold();
  expect([await registeredOf(null), await registeredOf(yesterday)]).toEqual(before.map((count) => count + 5));
});

test('[IM2] runs that die anywhere leave nothing half-written, and the result is exact', async () => {
  const numbers = upTo(150);
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(numbers));
  const people = {
    identities: countOf('identities'),
    volunteers: countOf('volunteers'),
    homes: countOf('homes'),
  };
  const untilDone = async (state: string): Promise<void> => {
    for (let run = 0; run < 40; run += 1) {
      const atCall = 5 + run * 23;
      const rule = { kind: 'killWorker', match: 'import', atCall, after: run % 2 === 0, times: 1 };
      product.cloud.faults.add(parseFaultRule(rule));
      await product.cloud.runTimer('import').catch(() => undefined);
      product.cloud.faults.clear();
      const sizes = [countOf('identities') - people.identities, countOf('volunteers') - people.volunteers];
      expect(new Set([...sizes, countOf('homes') - people.homes]).size).toBe(1);
      if ((await importer.view()).state === state) return;
      // The locks of the dead are gone after half a minute.
      product.cloud.clock.advance(31_000);
      await product.fold();
    }
    throw new Error(`never ${state}`);
  };
  await importer.chooseColumns();
  await untilDone('preview');
  expect((await importer.view()).counts).toMatchObject({ newCount: 150, refusedCount: 0 });
  await importer.deed('import.confirmImport');
  await untilDone('imported');
  expect(await importer.view()).toMatchObject({ addedCount: 150 });
  expect(countOf('volunteers') - people.volunteers).toBe(150);
});

test('[IM2] while the fold is behind, nothing more is written', async () => {
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(3)));
  await importer.check();
  await product.must('newcomer', 'volunteer.register', registration(1));
  product.cloud.clock.advance(11_000);
  await importer.deed('import.confirmImport');
  expect(await importer.work()).toMatchObject({ state: 'writing', addedCount: 0 });
  await product.fold();
  expect(await importer.work()).toMatchObject({ state: 'imported', addedCount: 3 });
});

test('[IM2] a run that dies while reading stores no row twice', async () => {
  const content = Buffer.from(rosterOf(upTo(1_500))).toString('base64');
  const begin = {
    requestId: requestId(),
    divisionCode: '513201',
    fileName: 'a.xlsx',
    partCount: Math.ceil(content.length / 56_000),
  };
  const { importId } = await product.must(COUNTY_OFFICE, 'import.beginImport', begin);
  expect(await product.must(COUNTY_OFFICE, 'import.beginImport', begin)).toMatchObject({ importId });
  const early = await product.call(COUNTY_OFFICE, 'import.startReading', {
    importId,
    requestId: requestId(),
  });
  expect(early).toMatchObject({ code: 'import.partsMissing', params: { missing: begin.partCount } });
  for (let part = 0; part < begin.partCount; part += 1)
    await product.must(COUNTY_OFFICE, 'import.addImportPart', {
      importId,
      part,
      content: content.slice(part * 56_000, (part + 1) * 56_000),
    });
  await product.must(COUNTY_OFFICE, 'import.startReading', { importId, requestId: requestId() });
  product.cloud.faults.add(
    parseFaultRule({ kind: 'killWorker', match: 'import', atCall: 11, after: true, times: 1 }),
  );
  await product.cloud.runTimer('import').catch(() => undefined);
  product.cloud.faults.clear();
  expect(countOf('importChunks')).toBeGreaterThan(0);
  await product.cloud.runTimer('import');
  const view = await product.must(COUNTY_OFFICE, 'import.getImport', { importId });
  expect(view).toMatchObject({ state: 'columns', rowCount: 1_500 });
  expect(countOf('importChunks')).toBe(16);
});

test('[IM6] columns are remembered for a sheet with the same titles, and can be chosen again', async () => {
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(3)));
  const { mapping } = await importer.view();
  if (mapping === null) throw new Error('the file was not read');
  const choice = { importId: importer.importId, requestId: requestId(), usualCommunityCode: null };
  const refused = await product.call(COUNTY_OFFICE, 'import.chooseColumns', {
    ...choice,
    mapping: { ...mapping, idNumber: null },
  });
  expect(refused).toMatchObject({ code: 'import.columnsMissing' });
  const elsewhere = { ...choice, mapping, usualCommunityCode: '513221100001' };
  expect(await product.call(COUNTY_OFFICE, 'import.chooseColumns', elsewhere)).toMatchObject({
    code: 'division.notFound',
  });
  const wrong = await importer.check({ mapping: { ...mapping, phone: 3 } });
  expect(wrong.counts).toMatchObject({ newCount: 0, refusedCount: 3 });
  const right = await importer.check({ mapping: { ...mapping, phone: null } });
  expect(right.counts).toMatchObject({ newCount: 3, refusedCount: 0 });
  expect([right.faults, right.errorFileUrl]).toEqual([[], null]);
  const next = await Importer.upload(product, COUNTY_OFFICE, rosterOf([7]));
  expect(await next.view()).toMatchObject({ isRemembered: true, mapping: { ...mapping, phone: null } });
});

test('[IM7] undone: who has not claimed is taken out, who has stays, and the figures follow', async () => {
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(4)));
  await importer.check();
  const early = await product.call(COUNTY_OFFICE, 'import.undoImport', {
    importId: importer.importId,
    requestId: requestId(),
    reason: '导错了',
  });
  expect(early).toMatchObject({ code: 'import.notReady' });
  const before = countOf('volunteers');
  await importer.confirm();
  await product.fold();
  expect(await claim('claimer', 2)).toMatchObject({ ok: true, value: { outcome: 'claimed' } });
  const registered = async () =>
    (await product.must(COUNTY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null })).division
      .registered.value ?? 0;
  const withAll = await registered();
  expect(await importer.undo()).toMatchObject({
    state: 'undone',
    undoneCount: 3,
    keptCount: 1,
    undoReason: '导错了文件',
  });
  await product.fold();
  expect(await registered()).toBe(withAll - 3);
  expect(countOf('volunteers')).toBe(before + 1);
  expect([countOf('importChunks'), countOf('importFaults')]).toEqual([0, 0]);
  const again = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(4)));
  expect((await again.check()).counts).toMatchObject({ newCount: 3, knownCount: 1 });
});

test('[IM7][RM5] who was merged meanwhile stays, with what the person agreed to', async () => {
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(2)));
  await importer.check();
  await importer.confirm();
  await product.must('doubled', 'volunteer.register', registration(1, '张三丰'));
  const [survivorId = ''] = importedPeople().map(({ _id }) => (typeof _id === 'string' ? _id : ''));
  await mergeAsAsked(product, { ...mergeInput(product, 'doubled', 'doubled'), survivorId });
  expect(product.volunteerIdOf('doubled')).toBe(survivorId);
  const { consents } = await product.must('doubled', 'volunteer.listConsents', {});
  expect(consents.map(({ kind }) => kind)).toEqual(['basic', 'location']);
  expect(await importer.undo()).toMatchObject({ undoneCount: 1, keptCount: 1 });
  await product.fold();
  expect(storedSums(product)).toEqual(recount(product));
});

test('[IM9] imported people claim the record and agree; without a phone, once it is imported', async () => {
  const importer = await Importer.upload(
    product,
    COUNTY_OFFICE,
    workbookOf([...ROSTER_TITLES, rosterRow(1), rosterRow(2, { phone: null })]),
  );
  await importer.check();
  await importer.confirm();
  // One proof of the number is enough: what registering does not use, claiming does.
  const code = await phoneCodeOf(product, rosterPhone(1));
  const idNumber = rosterIdNumber(1);
  const fresh = { ...registration(1, '张三丰'), idNumber, phone: { kind: 'wechat' as const, code } };
  expect(await product.call('one', 'volunteer.register', fresh)).toMatchObject({
    code: 'volunteer.duplicatePerson',
  });
  const proof = { requestId: requestId(), name: '张三丰', idNumber, phoneCode: code };
  const own = await product.call('one', 'volunteer.claim', { ...proof, consentVersion: CONSENT_VERSION });
  expect(own).toMatchObject({ ok: true, value: { outcome: 'claimed' } });
  expect(await claim('two', 2)).toMatchObject({ code: 'volunteer.claimMismatch' });
  const later = await Importer.upload(product, COUNTY_OFFICE, rosterOf([1, 2]));
  expect((await later.check()).counts).toMatchObject({ newCount: 0, knownCount: 1, completedCount: 1 });
  await later.confirm();
  expect(await claim('two', 2)).toMatchObject({ ok: true, value: { outcome: 'claimed' } });
  const claimed = importedPeople();
  for (const { consents, isPhoneVerified } of claimed)
    expect([consents, isPhoneVerified]).toEqual([[expect.objectContaining({ kind: 'basic' })], true]);
  // What was agreed to when is on record, once for each.
  const deeds = product.documents('personLedger').filter(({ deed }) => deed === 'consented');
  const agreed = claimed.map(({ _id }) => deeds.filter(({ volunteerId }) => volunteerId === _id).length);
  expect(agreed).toEqual([1, 1]);
});

test('[IM1] only offices of the division import into it; others see no rows', async () => {
  const begin = { requestId: requestId(), divisionCode: '513221', fileName: 'a.xlsx', partCount: 1 };
  expect(await product.call(COUNTY_OFFICE, 'import.beginImport', begin)).toMatchObject({
    code: 'actor.forbidden',
  });
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(2)));
  const { importId } = importer;
  const seen = await product.must(CITY_OFFICE, 'import.getImport', { importId });
  expect(seen).toMatchObject({ isMine: false, samples: [], people: [], errorFileUrl: null });
  const deed = { importId, requestId: requestId() };
  expect(await product.call(CITY_OFFICE, 'import.confirmImport', deed)).toMatchObject({
    code: 'import.notFound',
  });
  expect((await product.must(CITY_OFFICE, 'import.listImports', { cursor: null })).imports).toMatchObject([
    { importId },
  ]);
  await Importer.upload(product, COUNTY_OFFICE, rosterOf([3]));
  const third = { ...begin, divisionCode: '513201', requestId: requestId() };
  expect(await product.call(COUNTY_OFFICE, 'import.beginImport', third)).toMatchObject({
    code: 'import.tooManyOpen',
  });
  await importer.deed('import.cancelImport');
  expect(await importer.work()).toMatchObject({ state: 'cancelled', samples: [] });
  expect(await product.call(COUNTY_OFFICE, 'import.beginImport', third)).toMatchObject({ ok: true });
  const late = { importId, part: 0, content: 'AAAA' };
  expect(await product.call(COUNTY_OFFICE, 'import.addImportPart', late)).toMatchObject({
    code: 'import.notReady',
  });
});

test('[IM9] rows are kept sealed, and for 30 days; parts for a day', async () => {
  const importer = await Importer.upload(product, COUNTY_OFFICE, rosterOf(upTo(2)));
  await importer.check();
  for (const text of [rosterIdNumber(1), rosterPhone(1)]) expect(product.fingerprint()).not.toContain(text);
  product.cloud.clock.advance(2 * DAY_MS);
  await importer.work();
  expect(countOf('importParts')).toBe(0);
  await importer.confirm();
  product.cloud.clock.advance(31 * DAY_MS);
  await importer.work();
  await importer.work();
  expect(countOf('importChunks')).toBe(0);
  expect(await importer.view()).toMatchObject({ state: 'imported', addedCount: 2, keptUntil: null });
});

test('[IM2] what cannot be read for an hour is given up; what took an hour to send is read', async () => {
  const slow = await Importer.send(product, COUNTY_OFFICE, rosterOf(upTo(2)), '513201');
  product.cloud.clock.advance(HOUR_MS + 1);
  expect(await slow.work()).toMatchObject({ state: 'failed', failure: 'tookTooLong' });
  const begin = { requestId: requestId(), divisionCode: '513201', fileName: 'a.xlsx', partCount: 1 };
  const { importId } = await product.must(COUNTY_OFFICE, 'import.beginImport', begin);
  product.cloud.clock.advance(2 * HOUR_MS);
  const content = Buffer.from(rosterOf(upTo(2))).toString('base64');
  await product.must(COUNTY_OFFICE, 'import.addImportPart', { importId, part: 0, content });
  await product.must(COUNTY_OFFICE, 'import.startReading', { importId, requestId: requestId() });
  await product.cloud.runTimer('import');
  expect(await product.must(COUNTY_OFFICE, 'import.getImport', { importId })).toMatchObject({ rowCount: 2 });
});

test('[IM3] a file that is no roster fails by name and leaves nothing', async () => {
  const notes = await Importer.upload(product, COUNTY_OFFICE, workbookOf([['会议记录'], ['第一项']]));
  expect(await notes.work()).toMatchObject({ state: 'failed', failure: 'noTitles' });
  const empty = await Importer.upload(product, COUNTY_OFFICE, workbookOf(ROSTER_TITLES));
  expect(await empty.work()).toMatchObject({ state: 'failed', failure: 'noRows' });
  expect(countOf('importChunks')).toBe(0);
});
