/** 附件 through the real functions: what is let in, seen, fetched, taken away. */
import { deflateSync } from 'node:zlib';
import { ATTACHMENT_MAXIMUM_PARTS, MAXIMUM_ATTACHMENTS } from '@contract/attachment.contract';
import { PICTURE_PART_CHARACTERS } from '@contract/picture.contract';
import { GREEN, MAGENTA, pictureOf } from '../../tests/kit/pictures';
import { requestId, TestProduct } from '../../tests/kit/product';
import { activityInput, ORGANISER } from '../../tests/kit/shifts';
import { judgePdf } from './judge-pdf';

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start();
});
afterAll(() => product.stop());

const paper = (body = '', bytes = 0): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog ${body}>> endobj\n`),
    Buffer.from(`2 0 obj <</Length ${String(bytes)}>>\nstream\n`),
    // Bytes of a picture may look like a name.
    Buffer.from('/JS '.repeat(Math.ceil(bytes / 4)).slice(0, bytes)),
    Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  ]);
const packed = (names: string): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n5 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n'),
    deflateSync(Buffer.from(names)),
    Buffer.from('\nendstream endobj\n%%EOF'),
  ]);

async function activity(publish = true): Promise<string> {
  const input = { ...(await activityInput(product)), publish };
  return (await product.must(ORGANISER, 'activity.createActivity', input)).activityId;
}
async function send(activityId: string, file: Buffer, name = '安全须知.pdf', id = requestId()) {
  const text = file.toString('base64');
  const partCount = Math.max(1, Math.ceil(text.length / PICTURE_PART_CHARACTERS));
  const sendPart = (part: number) =>
    product.call(ORGANISER, 'attachment.addPart', {
      ...{ requestId: id, activityId, name, part, partCount },
      content: text.slice(part * PICTURE_PART_CHARACTERS, (part + 1) * PICTURE_PART_CHARACTERS),
    });
  for (let part = 0; part < partCount - 1; part += 1) {
    const answer = await sendPart(part);
    if (!answer.ok) return answer;
    expect(answer.value.attachmentId).toBeNull();
  }
  return sendPart(partCount - 1);
}
const listOf = async (activityId: string, openId = '') =>
  (await product.must(openId, 'activity.getActivity', { activityId })).attachments;

test('[PT5] a paper in parts: seen with name and size, fetched by anybody, taken away', async () => {
  const activityId = await activity();
  const file = paper('', 120_000);
  const id = requestId();
  const added = await send(activityId, file, '表/安全须知.docx', id);
  if (!added.ok || added.value.attachmentId === null) throw new Error('added');
  const { attachmentId } = added.value;
  expect(await send(activityId, paper('', 4), 'again.pdf', id)).toMatchObject({ value: { attachmentId } });
  expect(await listOf(activityId)).toEqual([
    { attachmentId, name: '安全须知.docx.pdf', kind: 'paper', byteCount: file.length },
  ]);
  const { url, name } = await product.must('', 'attachment.getAddress', { activityId, attachmentId });
  expect(name).toBe('安全须知.docx.pdf');
  const fetched = Buffer.from(await (await fetch(new URL(url, product.cloud.url))).arrayBuffer());
  expect(fetched.equals(file)).toBe(true);
  const removal = { requestId: requestId(), activityId, attachmentId };
  expect(await product.call('demo-volunteer', 'attachment.remove', removal)).toMatchObject({
    code: 'actor.forbidden',
  });
  expect((await product.must(ORGANISER, 'attachment.remove', removal)).attachments).toEqual([]);
  expect((await product.must(ORGANISER, 'attachment.remove', removal)).attachments).toEqual([]);
  expect(await product.call('', 'attachment.getAddress', { activityId, attachmentId })).toMatchObject({
    code: 'attachment.notFound',
  });
  expect((await fetch(new URL(url, product.cloud.url))).ok).toBe(false);
});

test('[PT5] a picture is drawn anew; what is neither is refused; five are the most', async () => {
  const activityId = await activity();
  expect(await send(activityId, pictureOf(MAGENTA), '图.jpg')).toMatchObject({ code: 'picture.refused' });
  expect(await send(activityId, Buffer.from('PK\u0003\u0004 a table'))).toMatchObject({
    code: 'attachment.unreadable',
  });
  const cut = pictureOf(GREEN).subarray(0, 40);
  expect(await send(activityId, cut)).toMatchObject({ code: 'attachment.unreadable' });
  expect(await send(activityId, paper('/OpenAction <</S /JavaScript /JS (x)>>'))).toMatchObject({
    code: 'attachment.acting',
  });
  expect(await send(activityId, paper(), '违规测试词.pdf')).toMatchObject({
    code: 'activity.contentRefused',
  });
  expect(await send(activityId, pictureOf(GREEN), '路线.png')).toMatchObject({ ok: true });
  await Promise.all(Array.from({ length: MAXIMUM_ATTACHMENTS }, () => send(activityId, paper())));
  const all = await listOf(activityId);
  expect(all).toHaveLength(MAXIMUM_ATTACHMENTS);
  expect(all[0]).toMatchObject({ name: '路线.jpg', kind: 'picture' });
  expect(await send(activityId, paper())).toMatchObject({
    code: 'attachment.tooMany',
    params: { maximum: MAXIMUM_ATTACHMENTS },
  });
});

test('[PT5] those of a draft are for who may publish it; a copy of the activity has none', async () => {
  const activityId = await activity(false);
  const added = await send(activityId, paper());
  const attachmentId = (added.ok && added.value.attachmentId) || '';
  const ask = (openId: string) => product.call(openId, 'attachment.getAddress', { activityId, attachmentId });
  expect([(await ask('')).ok, (await ask(ORGANISER)).ok]).toEqual([false, true]);
  expect(await listOf(await activity())).toEqual([]);
});

test('[PT5] a paper with something that acts, packed or spelt otherwise, is found; others are fit', () => {
  expect(judgePdf(paper('', 40))).toBe('fit');
  expect(judgePdf(packed('7 0 <</Type /Page /JSX 1>>'))).toBe('fit');
  expect(judgePdf(paper('/Names <</J#61vaScript 3 0 R>>'))).toBe('acting');
  expect(judgePdf(packed('7 0 <</S /Launch /F (x)>>'))).toBe('acting');
  expect(judgePdf(paper('/Encrypt 4 0 R'))).toBe('acting');
  expect(judgePdf(paper().subarray(0, 60))).toBe('unreadable');
  expect(judgePdf(Buffer.from('%PDF-1.7 /Type /ObjStm obj <<>> stream\nnot packed\nendstream %%EOF'))).toBe(
    'fit',
  );
  const broken = Buffer.from('%PDF-1.7\n5 0 obj <</Type /ObjStm>>\nstream\nxx\nendstream endobj\n%%EOF');
  expect(judgePdf(broken)).toBe('unreadable');
  expect(ATTACHMENT_MAXIMUM_PARTS * (PICTURE_PART_CHARACTERS / 4) * 3).toBeLessThan(2_100_000);
});
