import fc from 'fast-check';
import { widthOf } from '../certificate/paper-text';
import { POSTER_FORMS } from './poster-form';
import { layoutPoster, POSTER_MEASURES, type PosterContent, type PosterItem } from './poster';

const chinese = '志愿服务站活动社区（一）《文明》，A1b2：';
const anyWords = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(chinese)), minLength: 2, maxLength });
/** As long as activities, projects and stations may write them. */
const anyContent: fc.Arbitrary<PosterContent> = fc.record({
  label: fc.constantFrom('志愿服务活动', '新时代文明实践中心', '品牌项目'),
  title: anyWords(40),
  rows: fc.tuple(anyWords(30), anyWords(80), anyWords(40)).map(([time, place, team]) => [
    { label: '时间', text: time },
    { label: '地点', text: place },
    { label: '组织', text: team },
  ]),
  call: fc.constantFrom('扫码报名', '扫码看项目、去报名'),
  hint: fc.constant('打开微信扫一扫，对准左边的码'),
  foot: anyWords(30),
  hasPicture: fc.boolean(),
});

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function boxOf(item: PosterItem): Box {
  if (item.kind === 'text') {
    const width = widthOf(item.text, item.size);
    const left = item.align === 'middle' ? item.x - width / 2 : item.x;
    // of a Chinese character: it hardly reaches below the base line
    return { top: item.y - item.size * 0.88, bottom: item.y + item.size * 0.12, left, right: left + width };
  }
  const size = item.kind === 'code' ? { width: item.side, height: item.side } : item;
  return { top: item.y, bottom: item.y + size.height, left: item.x, right: item.x + size.width };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

const textOf = (items: readonly PosterItem[]): string =>
  items.map((item) => (item.kind === 'text' ? item.text : '')).join('');

test.each(POSTER_FORMS)('[PO1] %s: every character of any content is on it, and nothing overlaps', (form) => {
  const { width, height } = POSTER_MEASURES[form];
  const isIn = ({ top, bottom, left, right }: Box): boolean =>
    left >= 0 && right <= width && top >= 0 && bottom <= height;
  fc.assert(
    fc.property(anyContent, (content) => {
      const items = layoutPoster(form, content);
      const written = textOf(items).replace(/\s/g, '');
      const { label, title, call, hint, foot } = content;
      const rows = content.rows.map((row) => row.label + row.text);
      const missing = [label, title, call, hint, foot, ...rows].filter((words) => !written.includes(words));
      const boxes = items.filter((item) => item.kind !== 'fill' || item.y !== 0).map(boxOf);
      const clashing = boxes.filter((box, index) =>
        boxes.slice(index + 1).some((other) => overlap(box, other)),
      );
      return missing.length + clashing.length === 0 && boxes.every(isIn);
    }),
  );
});

test('[PO1] the code is 10 cm wide on the wall and 5 cm on the table, the title at least 1 cm high', () => {
  const cm = 72 / 2.54;
  const content: PosterContent = {
    ...{ label: '品牌项目', title: '文明斑马线', rows: [], call: '扫码', hint: '扫', foot: '向锋' },
    hasPicture: true,
  };
  const sideOf = (form: (typeof POSTER_FORMS)[number]): number =>
    layoutPoster(form, content).reduce((side, item) => (item.kind === 'code' ? item.side : side), 0);
  expect(sideOf('sheet') / cm).toBeGreaterThanOrEqual(10);
  expect(sideOf('card') / cm).toBeGreaterThanOrEqual(5);
  expect(Math.min(...POSTER_MEASURES.sheet.titleSizes) / cm).toBeGreaterThan(1);
  expect(layoutPoster('sheet', content).some((item) => item.kind === 'picture')).toBe(true);
});
