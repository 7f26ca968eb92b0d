/**
 * From a tap on a link in an article to something to read, on a phone-sized page with a slow processor and a
 * slow network: the small page, the same without script, and the app at the same place.
 */
import zlib from 'node:zlib';
import type { Browser } from 'playwright-core';
import { LANDING_PATH, PAGE_PATH, sceneOf, type Link } from '@domain/link/link';
import { parseActivityId, parseProjectId } from '@domain/kernel/identifiers';
import { largestPages } from '../../scripts/largest-pages';
import { launchBrowser } from '../e2e/browser';
import { TestProduct } from '../kit/product';
import { percentile } from './measure';
import { slowDown, slowPhoneWords, VIEWPORT } from './slow-phone';

const PATIENCE_MS = 60_000;

interface Wanted {
  readonly name: string;
  readonly link: Link;
  /** what somebody who reads it has seen */
  readonly words: string;
}

interface Run {
  readonly readableMs: number;
  readonly kilobytes: number;
  readonly requests: number;
}

async function wantedOf(product: TestProduct): Promise<Wanted[]> {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const projectId = parseProjectId(projects[0]?.projectId ?? '');
  const { project, activities } = await product.must('', 'project.getProject', { projectId });
  const [activity] = activities;
  if (activity === undefined) throw new Error('the demo has activities ahead');
  const activityId = parseActivityId(activity.activityId);
  return [
    { name: '品牌项目', link: { kind: 'project', projectId }, words: project.goal },
    { name: '活动', link: { kind: 'activity', activityId }, words: activity.teamName },
    { name: '公开统计', link: { kind: 'statistics' }, words: '这些数怎么算' },
  ];
}

/** In a browser that has never been here; what is counted has crossed the network when it can be read. */
async function visit(browser: Browser, address: string, words: string, hasScript: boolean): Promise<Run> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: hasScript,
  });
  try {
    const page = await context.newPage();
    const traffic = await slowDown(page);
    const startedAt = performance.now();
    await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
    await page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: PATIENCE_MS });
    const readableMs = performance.now() - startedAt;
    return { readableMs, kilobytes: traffic.bytes / 1_024, requests: traffic.requests };
  } finally {
    await context.close();
  }
}

async function repeat(times: number, run: () => Promise<Run>): Promise<Run[]> {
  const runs: Run[] = [];
  // The first finds the functions cold, and is left out.
  for (let index = 0; index <= times; index += 1) runs.push(await run());
  return runs.slice(1);
}

function row(name: string, runs: readonly Run[]): string {
  const of = (field: keyof Run, p: number) =>
    percentile(
      runs.map((run) => run[field]),
      p,
    ).toFixed(0);
  const times = `${of('readableMs', 0.5)} / ${of('readableMs', 0.95)}`;
  return `| ${[name, runs.length, `**${times}**`, of('requests', 0.5), of('kilobytes', 0.5)].join(' | ')} |`;
}

const WAYS = [
  { name: 'small page', path: PAGE_PATH, hasScript: true },
  { name: 'small page, no script', path: PAGE_PATH, hasScript: false },
  { name: 'the app', path: LANDING_PATH, hasScript: true },
] as const;

export async function benchLanding(runs: number): Promise<string> {
  const product = await TestProduct.start(1_000, 2);
  const browser = await launchBrowser();
  try {
    const wanted = await wantedOf(product);
    const rows: string[] = [];
    const sizes: string[] = [];
    for (const { name, link, words } of wanted) {
      const scene = encodeURIComponent(sceneOf(link));
      for (const way of WAYS) {
        const address = `${product.cloud.url}${way.path}?s=${scene}`;
        const made = await repeat(runs, () => visit(browser, address, words, way.hasScript));
        rows.push(row(`${name}, ${way.name}`, made));
      }
      const text = await (await fetch(`${product.cloud.url}${PAGE_PATH}?s=${scene}`)).text();
      sizes.push(sizeRow(`${name} of the demo city`, text));
    }
    for (const [name, text] of Object.entries(largestPages())) sizes.push(sizeRow(`${name}, largest`, text));
    return textOf(rows, sizes);
  } finally {
    await browser.close();
    await product.stop();
  }
}

function sizeRow(name: string, text: string): string {
  const kilobytes = (bytes: number) => (bytes / 1_024).toFixed(1);
  return `| ${name} | ${kilobytes(Buffer.byteLength(text))} | ${kilobytes(zlib.gzipSync(text).length)} |`;
}

function textOf(rows: readonly string[], sizes: readonly string[]): string {
  return [
    '## From the tap on a link to something to read',
    '',
    ...slowPhoneWords(),
    'A browser that has never been here; the demo city of 1,000 on the local cloud. The small page comes as',
    'the function gives it, not compressed; the app is gzip. Until its text is on the screen: ms p50 / p95,',
    'requests that had ended by then, KB that had crossed.',
    '',
    '| | runs | **readable** | requests | KB |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## How large a small page is',
    '',
    'The whole document: text, style, picture of the code. Not the project’s own picture, which comes after.',
    'Largest: everything the rules allow to be written, in characters that do not compress',
    '(`scripts/largest-pages.ts`; the limit is checked by `scripts/check-sizes.ts`).',
    '',
    '| | KB | KB gzip |',
    '|---|---|---|',
    ...sizes,
    '',
  ].join('\n');
}
