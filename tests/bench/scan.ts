/**
 * From a scan to 签到成功 on a phone-sized page of the built site, with a slow processor and a slow network:
 * cold – the scan opens the link in a browser that has never been here – and warm – the open app scans.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { parseShiftId } from '@domain/kernel/identifiers';
import { addressOf } from '@domain/link/link';
import { HOUR_MS } from '@domain/time/civil-day';
import { launchBrowser } from '../e2e/browser';
import { filmOfCode } from '../e2e/kit/camera-film';
import { registration, TestProduct } from '../kit/product';
import { CodeScreen, openShift } from '../kit/shifts';
import { percentile } from './measure';
import { slowDown, slowPhoneWords, VIEWPORT, type Traffic } from './slow-phone';

const PATIENCE_MS = 60_000;

interface Run {
  /** ms to the button 确认签到, from it to 签到成功, and both */
  readonly toButton: number;
  readonly toSuccess: number;
  readonly total: number;
  readonly requests: number;
  readonly kilobytes: number;
}

/** Presses as soon as it can be pressed; a person takes longer, and that is not the app's. */
async function finish(page: Page, traffic: Traffic, startedAt: number): Promise<Run> {
  const button = page.getByRole('button', { name: '确认签到', exact: true });
  await button.waitFor({ timeout: PATIENCE_MS });
  const shownAt = performance.now();
  await button.click();
  await page.getByText('签到成功').filter({ visible: true }).first().waitFor({ timeout: PATIENCE_MS });
  const endedAt = performance.now();
  return {
    toButton: shownAt - startedAt,
    toSuccess: endedAt - shownAt,
    total: endedAt - startedAt,
    requests: traffic.requests,
    kilobytes: traffic.bytes / 1_024,
  };
}

/** Runs in the page, before the app. */
function become(openId: string): void {
  localStorage.setItem('xiangfeng.localIdentity', JSON.stringify(openId));
}

class Scanning {
  private people = 0;

  constructor(
    private readonly product: TestProduct,
    private readonly address: string,
    /** in which the code is of this moment */
    private readonly moment: number,
  ) {}

  async cold(browser: Browser): Promise<Run> {
    return this.withPhone(browser, async (page) => {
      const traffic = await slowDown(page);
      const startedAt = performance.now();
      await page.goto(this.address, { waitUntil: 'commit', timeout: PATIENCE_MS });
      return finish(page, traffic, startedAt);
    });
  }

  /** The camera sees the code when it is opened. */
  async warm(browser: Browser): Promise<Run> {
    return this.withPhone(browser, async (page) => {
      await page.goto(`${this.product.cloud.url}/check-in-hub`);
      const scan = page.getByRole('button', { name: '扫码签到', exact: true });
      await scan.waitFor();
      await page.waitForLoadState('networkidle');
      const traffic = await slowDown(page);
      const startedAt = performance.now();
      await scan.click();
      return finish(page, traffic, startedAt);
    });
  }

  /** Of somebody who has registered and not been here yet, with storage and cache of its own. */
  private async withPhone(browser: Browser, work: (page: Page) => Promise<Run>): Promise<Run> {
    this.product.cloud.clock.setOffset(this.moment - Date.now());
    const number = this.people;
    this.people += 1;
    const openId = `scan-${String(number)}`;
    await this.product.must(openId, 'volunteer.register', registration(number));
    const context: BrowserContext = await browser.newContext({
      viewport: VIEWPORT,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    await context.addInitScript(become, openId);
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }
}

async function repeat(times: number, run: () => Promise<Run>): Promise<Run[]> {
  const runs: Run[] = [];
  // The first finds the machine's own caches cold, and is left out.
  for (let index = 0; index <= times; index += 1) runs.push(await run());
  return runs.slice(1);
}

function row(name: string, runs: readonly Run[]): string {
  const of = (field: keyof Run, p: number) =>
    percentile(
      runs.map((run) => run[field]),
      p,
    );
  const both = (field: keyof Run) => `${of(field, 0.5).toFixed(0)} / ${of(field, 0.95).toFixed(0)}`;
  const cells = [name, runs.length, both('toButton'), both('toSuccess'), `**${both('total')}**`];
  return `| ${[...cells, of('requests', 0.5), of('kilobytes', 0.5).toFixed(0)].join(' | ')} |`;
}

export async function benchScan(runs: number): Promise<string> {
  const product = await TestProduct.start(100, 2);
  const film = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-scan-')), 'code.y4m');
  const browsers: Browser[] = [];
  try {
    const shiftId = parseShiftId(await openShift(product, { hours: 8 }));
    const moment = Math.ceil(product.cloud.clock.now() / HOUR_MS) * HOUR_MS + 1_000;
    product.cloud.clock.setOffset(moment - Date.now());
    const { code } = (await CodeScreen.of(product, shiftId)).code();
    const address = addressOf(product.cloud.url, { kind: 'checkIn', shiftId, code });
    const scanning = new Scanning(product, address, moment);
    fs.writeFileSync(film, filmOfCode(address));
    browsers.push(await launchBrowser());
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    browsers.push(await launchBrowser({ args: [...camera, `--use-file-for-fake-video-capture=${film}`] }));
    const [plain, withCamera] = browsers;
    if (plain === undefined || withCamera === undefined) throw new Error('two browsers were launched');
    const cold = await repeat(runs, () => scanning.cold(plain));
    const warm = await repeat(runs, () => scanning.warm(withCamera));
    return textOf(cold, warm);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await product.stop();
    fs.rmSync(path.dirname(film), { recursive: true, force: true });
  }
}

function textOf(cold: readonly Run[], warm: readonly Run[]): string {
  return [
    '## From the scan to 签到成功',
    '',
    ...slowPhoneWords(),
    'The built site and the functions of the local cloud, gzip. Cold: the scanned link in a browser without',
    'a cache. Warm: from 扫码签到 in the open app, camera and decoding included. The tap on 确认签到 comes as',
    'soon as the button can be pressed. Times in ms, p50 / p95.',
    '',
    '| | runs | to the button | tap to 签到成功 | **scan to 签到成功** | requests | KB |',
    '|---|---|---|---|---|---|---|',
    row('cold', cold),
    row('warm', warm),
    '',
  ].join('\n');
}
