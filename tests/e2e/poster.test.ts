/** 海报: of an activity on paper and as a picture, and of all stations of a county as one file. */
import fs from 'node:fs';
import { parseActivityId } from '@domain/kernel/identifiers';
import { sceneOf } from '@domain/link/link';
import { readPdf } from '../kit/read-pdf';
import { ORGANISER } from '../kit/shifts';
import { arriveAt, press, see } from './kit/hands';
import { SMALL_PHONE, useStage } from './kit/stage';

const stage = useStage();

/** The timer runs every five seconds. */

async function ownActivity() {
  const { activities } = await stage().product.must(ORGANISER, 'activity.listOrganisedActivities', {
    cursor: null,
  });
  const found = activities.find(({ state }) => state === 'published');
  if (found === undefined) throw new Error('the demo has published activities');
  return found;
}

test('[E109] a poster is looked at, changed to a table card, and taken as PDF and picture', async () => {
  const { activityId, title } = await ownActivity();
  const scene = sceneOf({ kind: 'activity', activityId: parseActivityId(activityId) });
  const page = await stage().visit(`/poster?s=${scene}`, { openId: ORGANISER, viewport: SMALL_PHONE });
  await page.getByRole('img', { name: 'A4 海报的样子' }).waitFor();
  await press(page, 'A6 台卡');
  await press(page, '网页二维码');
  await page.getByRole('img', { name: 'A6 台卡的样子' }).waitFor();
  const [pdf] = await Promise.all([page.waitForEvent('download'), press(page, '下载 PDF（打印用）')]);
  const words = title.replace(/\s/g, '');
  expect(pdf.suggestedFilename()).toContain('台卡.pdf');
  expect(readPdf(fs.readFileSync(await pdf.path()))[0]).toContain(words);
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    press(page, '保存图片（发群、发文章用）'),
  ]);
  expect(
    fs
      .readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('[E110] all stations of a county as one file', async () => {
  const page = await stage().visit('/stations', { openId: 'demo-county' });
  await press(page, '全县站点海报');
  await arriveAt(page, '/county-posters?county=513201');
  await press(page, '网页二维码');
  await press(page, '做全县的海报');
  await see(page, /^已做好：\d+ 个站点$/);
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, '下载 PDF')]);
  expect(file.suggestedFilename()).toBe('马尔康市实践站点海报.pdf');
  expect(readPdf(fs.readFileSync(await file.path())).length).toBeGreaterThan(0);
});
