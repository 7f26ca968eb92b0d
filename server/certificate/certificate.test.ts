/** 证明 through the real functions: issuing, files, revoking, and what the public learns. */
import type { CertificateCandidate } from '@contract/certificate.contract';
import { getVerification } from '@contract/certificate.contract';
import { MAXIMUM_CERTIFICATES_A_DAY } from '@domain/certificate/certificate';
import { attendanceIdOf, parseShiftId, parseVolunteerId } from '@domain/kernel/identifiers';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { issueInput, recordsOfOneIssuer, typedOf } from '../../tests/kit/certificates';
import { registration, requestId, TestProduct } from '../../tests/kit/product';
import { readPdf } from '../../tests/kit/read-pdf';
import { tamper } from '../../tests/kit/tamper';

const ME = 'demo-volunteer';
const ORGANISER = 'demo-organiser';
const COUNTY = 'demo-county';
const CITY = 'demo-city';

// The first paper loads a typeface of 10 MB, on a machine that may be busy.

let product: TestProduct;
let records: CertificateCandidate[];
beforeAll(async () => {
  product = await TestProduct.start(300);
  records = await recordsOfOneIssuer(product, ME);
});
afterAll(() => product.stop());

async function issued(wishes: Parameters<typeof issueInput>[1] = {}) {
  const { certificate } = await product.must(ME, 'certificate.issue', issueInput(records, wishes));
  return product.must(ME, 'certificate.get', { certificateId: certificate.certificateId });
}

/** A day later, so that the tests before do not fill up today. */
function nextDay(): void {
  product.cloud.clock.advance(24 * 3_600_000);
}

async function volunteerIdOf(openId: string): Promise<string> {
  const { volunteer } = await product.must(openId, 'volunteer.getMe', {});
  if (volunteer === null) throw new Error('not registered');
  return volunteer.volunteerId;
}

async function attendanceIdOfMine(record: CertificateCandidate): Promise<string> {
  return attendanceIdOf(parseShiftId(record.shiftId), parseVolunteerId(await volunteerIdOf(ME)));
}

async function fileOf(
  openId: string,
  certificateId: string,
  file: { kind: 'pdf' } | { kind: 'page'; page: number },
) {
  const { url, fileName } = await product.must(openId, 'certificate.getFile', { certificateId, file });
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { content: Buffer.from(await response.arrayBuffer()), url, fileName };
}

test('[CE2] a certificate is a snapshot of the chosen records, and a retry makes no second one', async () => {
  const input = issueInput(records);
  const first = await product.must(ME, 'certificate.issue', input);
  const before = product.fingerprint();
  const again = await product.must(ME, 'certificate.issue', input);
  expect(first.outcome).toBe('issued');
  expect(again).toEqual({ certificate: first.certificate, outcome: 'already' });
  expect(product.fingerprint()).toBe(before);
  const { minutes, recordCount, issuerName } = first.certificate;
  expect(minutes).toBe(records.reduce((sum, record) => sum + record.minutes, 0));
  expect(recordCount).toBe(records.length);
  expect(issuerName).toBe(records[0]?.teamName);
  const view = await product.must(ME, 'certificate.get', { certificateId: first.certificate.certificateId });
  expect(view).toMatchObject({ state: 'valid', confirmedMinutes: minutes, maskedIdNumber: null });
  expect(view.name).toMatch(/^.\*+$/u);
  expect(view.records.map(({ day }) => day)).toEqual(records.map(({ day }) => day).reverse());
});

test('[CE4] name and id number are masked unless the holder wants otherwise', async () => {
  const { volunteer } = await product.must(ME, 'volunteer.getMe', {});
  const open = await issued({ showsFullName: true, showsIdNumber: true });
  expect(open.name).toBe(volunteer?.name);
  expect(open.maskedIdNumber).toMatch(/^\*{14}\d{3}[\dX]$/);
  expect((await issued()).name).not.toBe(volunteer?.name);
});

test('[CE1] somebody else’s record, one not confirmed, one of no minutes: nothing is issued', async () => {
  const [mine] = records;
  if (mine === undefined) throw new Error('no record');
  const others = await recordsOfOneIssuer(product, ORGANISER);
  const theirs = others.find(({ shiftId }) => records.every((record) => record.shiftId !== shiftId));
  if (theirs === undefined) throw new Error('the organiser served elsewhere too');
  const before = product.documents('certificates').length;
  const refused = { ok: false, code: 'certificate.recordUnavailable', params: { missingCount: 1 } };
  expect(await product.call(ME, 'certificate.issue', issueInput([mine, theirs]))).toEqual(refused);
  const id = await attendanceIdOfMine(mine);
  for (const values of [{ state: 'checkedOut' }, { creditedMinutes: 0 }]) {
    await tamper(product, 'attendances', id, values);
    expect(await product.call(ME, 'certificate.issue', issueInput(records))).toEqual(refused);
    await tamper(product, 'attendances', id, { state: 'confirmed', creditedMinutes: mine.minutes });
  }
  expect(product.documents('certificates')).toHaveLength(before);
});

test('[CE1] records of two organisations are refused by name', async () => {
  const all = await product.must(ME, 'certificate.listCertifiable', {
    fromDay: '2020-01-01',
    toDay: '2030-12-31',
  });
  const other = all.records.find(({ teamId }) => teamId !== records[0]?.teamId);
  if (other === undefined) throw new Error('the demo volunteer serves two organisations');
  expect(await product.call(ME, 'certificate.issue', issueInput([...records, other]))).toMatchObject({
    code: 'certificate.severalIssuers',
  });
});

test('[CE1] the list keeps to the period, and who is newly registered has none', async () => {
  const [first] = [...records].sort((a, b) => (a.day < b.day ? -1 : 1));
  const day = first?.day ?? '';
  const { records: found } = await product.must(ME, 'certificate.listCertifiable', {
    fromDay: day,
    toDay: day,
  });
  expect(found.map((record) => record.day)).toEqual(found.map(() => day));
  expect(found).toContainEqual(first);
  await product.must('newcomer', 'volunteer.register', registration(801));
  expect(
    await product.must('newcomer', 'certificate.listCertifiable', {
      fromDay: '2020-01-01',
      toDay: '2030-12-31',
    }),
  ).toMatchObject({ records: [], isTruncated: false });
});

test('[CE6] whoever holds number and code learns the allowed fields and nothing else', async () => {
  const { volunteer } = await product.must(ME, 'volunteer.getMe', {});
  const view = await issued({ showsFullName: true, showsIdNumber: true });
  const answer = await product.send('', { procedure: 'certificate.getVerification', input: typedOf(view) });
  if (!answer.ok) throw new Error(answer.error.code);
  const { certificate } = view;
  const { maskedName, ...rest } = getVerification.output.strict().parse(answer.value);
  expect(maskedName).toMatch(/^.\*+$/u);
  expect(rest).toEqual({
    state: 'valid',
    fromDay: certificate.fromDay,
    toDay: certificate.toDay,
    minutes: certificate.minutes,
    confirmedMinutes: certificate.minutes,
    issuerName: certificate.issuerName,
  });
  const secrets = [
    volunteer?.name,
    volunteer?.volunteerNumber,
    volunteer?.volunteerId,
    view.maskedIdNumber?.slice(-4),
    certificate.certificateId,
    ...view.records.flatMap(({ attendanceId, title, placeName }) => [attendanceId, title, placeName]),
  ];
  for (const secret of secrets) expect(JSON.stringify(answer)).not.toContain(secret);
});

test('[CE6] wrong code, wrong number, unknown pair and slip are one and the same answer', async () => {
  const [one, two] = [typedOf(await issued()), typedOf(await issued())];
  const guesses = [
    { number: one.number, code: two.code },
    { number: two.number, code: one.code },
    { number: one.number, code: '' },
    { number: one.number, code: `${one.code.slice(0, -1)}${one.code.endsWith('A') ? 'B' : 'A'}` },
    // well-formed, its check characters right, and nobody's
    { number: '20261125-K7MQ-3F9X', code: 'ABCD-EFGH-JKJZ' },
  ];
  for (const guess of guesses) {
    expect(await product.call('', 'certificate.getVerification', guess)).toEqual({
      ok: false,
      code: 'certificate.notFound',
      params: {},
    });
  }
  expect(JSON.stringify(product.documents('certificates'))).not.toContain(
    one.code.replaceAll('-', '').slice(0, 10),
  );
  expect(JSON.stringify(product.documents('certificateCodes'))).not.toContain(one.number);
});

test('[CE5] a record voided after issue, or a certificate tampered with, shows at once', async () => {
  const view = await issued();
  const [mine] = records;
  if (mine === undefined) throw new Error('no record');
  const id = await attendanceIdOfMine(mine);
  await tamper(product, 'attendances', id, { state: 'voided' });
  const changed = await product.must('', 'certificate.getVerification', typedOf(view));
  expect(changed).toMatchObject({
    state: 'changed',
    minutes: view.certificate.minutes,
    confirmedMinutes: view.certificate.minutes - mine.minutes,
  });
  await tamper(product, 'attendances', id, { state: 'confirmed' });
  expect(await product.must('', 'certificate.getVerification', typedOf(view))).toMatchObject({
    state: 'valid',
  });
  await tamper(product, 'certificates', view.certificate.certificateId, { minutes: 60_000 });
  expect(await product.must('', 'certificate.getVerification', typedOf(view))).toMatchObject({
    state: 'changed',
  });
});

test('[CE8] the holder revokes for good: the page says so, the paper is no longer handed out', async () => {
  const view = await issued();
  const { certificateId } = view.certificate;
  const revoked = await product.must(ME, 'certificate.revoke', { requestId: requestId(), certificateId });
  expect(revoked).toMatchObject({
    outcome: 'revoked',
    certificate: { revocation: { by: 'holder', reason: null } },
  });
  const again = await product.must(ME, 'certificate.revoke', { requestId: requestId(), certificateId });
  expect(again).toEqual({ ...revoked, outcome: 'already' });
  expect(await product.must('', 'certificate.getVerification', typedOf(view))).toMatchObject({
    state: 'revoked',
  });
  expect(
    await product.call(ME, 'certificate.getFile', { certificateId, file: { kind: 'pdf' } }),
  ).toMatchObject({ code: 'certificate.revoked' });
  const { certificates } = await product.must(ME, 'certificate.listMine', { cursor: null });
  expect(certificates.find((one) => one.certificateId === certificateId)?.revocation).not.toBeNull();
});

test('[CE8] an office finds one by number and revokes it with a reason; a neighbour cannot', async () => {
  nextDay();
  const near = await recordsOfOneIssuer(product, ME, '马尔康市');
  const { certificate } = await product.must(ME, 'certificate.issue', issueInput(near));
  const asPrinted = certificate.number.replace(/^(.{8})(.{4})/, '$1-$2-').toLowerCase();
  const found = await product.must(COUNTY, 'certificate.listIssued', { number: asPrinted, cursor: null });
  expect(found).toMatchObject({ mayRevoke: true, certificates: [{ number: certificate.number }] });
  expect(found.certificates[0]?.maskedName).toMatch(/^.\*+$/u);
  const { volunteer } = await product.must(ME, 'volunteer.getMe', {});
  expect(JSON.stringify(found)).not.toContain(volunteer?.name);
  const wish = { certificateId: certificate.certificateId, reason: '记录有误，已更正' };
  const revoked = await product.must(COUNTY, 'certificate.revokeIssued', { requestId: requestId(), ...wish });
  expect(revoked).toMatchObject({
    outcome: 'revoked',
    certificate: { revocation: { by: 'office', reason: wish.reason } },
  });
  const later = { ...wish, requestId: requestId(), reason: '另一个理由' };
  expect(await product.must(CITY, 'certificate.revokeIssued', later)).toEqual({
    ...revoked,
    outcome: 'already',
  });
  expect(product.documents('certificates').some(({ _id }) => _id === certificate.certificateId)).toBe(true);

  const all = await product.must(ME, 'certificate.listCertifiable', {
    fromDay: '2020-01-01',
    toDay: '2030-12-31',
  });
  const far = all.records.find(({ teamName }) => !teamName.startsWith('马尔康'));
  if (far === undefined) throw new Error('the demo volunteer serves in another county too');
  const elsewhere = await product.must(ME, 'certificate.issue', issueInput([far]));
  const { certificateId, number } = elsewhere.certificate;
  const attempt = { requestId: requestId(), certificateId, reason: '不归我管' };
  expect(await product.call(COUNTY, 'certificate.revokeIssued', attempt)).toMatchObject({
    code: 'actor.forbidden',
  });
  expect(await product.must(COUNTY, 'certificate.listIssued', { number, cursor: null })).toMatchObject({
    certificates: [],
  });
  expect(await product.must(CITY, 'certificate.listIssued', { number, cursor: null })).toMatchObject({
    certificates: [{ number }],
  });
  expect(
    await product.must(CITY, 'certificate.listIssued', { number: '不是编号', cursor: null }),
  ).toMatchObject({
    certificates: [],
  });
});

test('[CE4] one’s own certificates are nobody else’s', async () => {
  const { certificate } = await issued();
  const { certificateId } = certificate;
  const refused = { ok: false, code: 'certificate.notFound', params: {} };
  const file = { kind: 'pdf' } as const;
  expect(await product.call(ORGANISER, 'certificate.get', { certificateId })).toEqual(refused);
  expect(await product.call(ORGANISER, 'certificate.getFile', { certificateId, file })).toEqual(refused);
  const input = { requestId: requestId(), certificateId };
  expect(await product.call(ORGANISER, 'certificate.revoke', input)).toEqual(refused);
  const { certificates } = await product.must(ORGANISER, 'certificate.listMine', { cursor: null });
  expect(certificates.map((one) => one.certificateId)).not.toContain(certificateId);
});

test('[CE7] the PDF says what the certificate says, in text, and is drawn once', async () => {
  nextDay();
  const view = await issued({ showsFullName: true });
  const { certificateId, number, minutes } = view.certificate;
  const first = await fileOf(ME, certificateId, { kind: 'pdf' });
  const pages = readPdf(first.content);
  expect(pages).toHaveLength(1);
  const { number: typedNumber, code } = typedOf(view);
  expect(typedNumber).toBe(number);
  for (const part of [
    view.name,
    code,
    `${String(minutes)}分钟`,
    view.certificate.issuerName,
    '平台服务记录',
  ]) {
    expect(pages[0]).toContain(part.replace(/\s/g, ''));
  }
  const again = await fileOf(ME, certificateId, { kind: 'pdf' });
  expect(again.url).toBe(first.url);
  expect(again.content.equals(first.content)).toBe(true);
  expect(first.fileName).toBe(`${number.replace(/^(.{8})(.{4})/, '$1-$2-')}.pdf`);
  expect(product.cloud.storage.list().filter(({ path }) => path.includes(certificateId))).toHaveLength(1);
});

test('[CE7] the code in the picture, as a camera sees it, opens its verification', async () => {
  const view = await issued();
  const { certificateId } = view.certificate;
  const { content } = await fileOf(ME, certificateId, { kind: 'page', page: 1 });
  const { width, height, data } = PNG.sync.read(content);
  expect([width, height]).toEqual([1240, 1755]);
  const code = jsqr(new Uint8ClampedArray(data), width, height);
  expect(code?.data).toBe(`${product.cloud.url}/p?s=${view.scene}`);
  const missing = { certificateId, file: { kind: 'page', page: 2 } } as const;
  expect(await product.call(ME, 'certificate.getFile', missing)).toMatchObject({
    code: 'certificate.notFound',
  });
});

test('[CE1] twenty a day are enough', async () => {
  nextDay();
  const [one] = records;
  if (one === undefined) throw new Error('no record');
  for (let count = 0; count < MAXIMUM_CERTIFICATES_A_DAY; count += 1) {
    await product.must(ME, 'certificate.issue', issueInput([one]));
  }
  expect(await product.call(ME, 'certificate.issue', issueInput([one]))).toMatchObject({
    code: 'certificate.dailyLimit',
    params: { maximum: MAXIMUM_CERTIFICATES_A_DAY },
  });
  const first = await product.must(ME, 'certificate.listMine', { cursor: null });
  const second = await product.must(ME, 'certificate.listMine', { cursor: first.nextCursor });
  const ids = [...first.certificates, ...second.certificates].map(({ certificateId }) => certificateId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(first.certificates).toHaveLength(20);
});

test('[CE6] verifying takes three round trips, a slip none', async () => {
  nextDay();
  const typed = typedOf(await issued());
  const verify = (code: string) => () =>
    product.must('', 'certificate.getVerification', { ...typed, code }).catch(() => undefined);
  expect(await product.roundTripsOf(verify(typed.code))).toBe(3);
  expect(await product.roundTripsOf(verify('ABCD'))).toBe(0);
});
