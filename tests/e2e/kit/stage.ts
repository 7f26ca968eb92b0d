/** One running product and one browser per test file; every visitor is a browser context of their own. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startLocalProduct } from '@demo/compose-local-cloud';
import { parseFaultRule } from '@local-cloud/faults/fault-rules';
import type { JsonObject } from '@local-cloud/host/json';
import { PROJECT_DIRECTORY, TestProduct } from '../../kit/product';
import { TEN_IN_THE_MORNING } from '../../kit/today';
import { launchBrowser } from '../browser';
import { filmOfCode } from './camera-film';

export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };

const VOLUNTEERS = 300;
/** Longer than anything takes on a busy machine, shorter than jest's patience with one test. */
export const PATIENCE_MS = 90_000;

export interface Visitor {
  /** who calls; without one the page makes a newcomer of its own */
  readonly openId?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly geolocation?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracy?: number;
  };
  /** the code this device's camera sees: a film of it, played by the browser as its camera */
  readonly cameraSees?: string;
  /** console errors the journey provokes, e.g. a connection that is cut */
  readonly expectedErrors?: readonly RegExp[];
  /** before the first page is opened, e.g. to hold requests back */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export class Stage {
  private readonly contexts: BrowserContext[] = [];
  private readonly cameras: { readonly browser: Browser; readonly film: string }[] = [];
  readonly complaints: string[] = [];

  private constructor(
    readonly product: TestProduct,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    const cloud = await startLocalProduct({
      port: 0,
      dataDirectory: null,
      projectDirectory: PROJECT_DIRECTORY,
      automaticTimers: true,
      workers: 2,
      startsAt: TEN_IN_THE_MORNING,
    });
    await cloud.seed({ volunteers: VOLUNTEERS });
    return new Stage(TestProduct.of(cloud), await launchBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
  }

  /** Opens an address of the site (`/home`) as this person, on a device of their own. */
  async visit(address: string, visitor: Visitor = {}): Promise<Page> {
    const { openId, viewport = PHONE, geolocation, expectedErrors = [] } = visitor;
    const options: BrowserContextOptions = { viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
    const browser =
      visitor.cameraSees === undefined ? this.browser : await this.withCamera(visitor.cameraSees);
    const context = await browser.newContext({
      ...options,
      ...(geolocation === undefined ? {} : { geolocation, permissions: ['geolocation'] }),
    });
    this.contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    if (openId !== undefined) await context.addInitScript(becomeAtFirst, openId);
    await visitor.prepare?.(context);
    const page = await context.newPage();
    this.listen(page, address, expectedErrors);
    await page.goto(this.product.cloud.url + address);
    return page;
  }

  /**
   * Time passes for the city and for this page: until it asks again it believes the server's clock to be
   * where it was, which only a test can bring about, and would state the wrong instant of a tick or scan.
   */
  async timePasses(page: Page, ms: number): Promise<void> {
    this.product.cloud.clock.advance(ms);
    await page.reload();
    await page.waitForLoadState('networkidle');
  }

  /** Makes something go wrong, as `POST /__local/faults` would; read back `fired` to prove that it did. */
  fault(rule: JsonObject): () => number {
    const { id } = this.product.cloud.faults.add(parseFaultRule(rule));
    return () => this.product.cloud.faults.list().find((fault) => fault.id === id)?.fired ?? 0;
  }

  private async withCamera(text: string): Promise<Browser> {
    const film = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-film-')), 'code.y4m');
    fs.writeFileSync(film, filmOfCode(text));
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    const browser = await launchBrowser({ args: [...camera, `--use-file-for-fake-video-capture=${film}`] });
    this.cameras.push({ browser, film });
    return browser;
  }

  private async closeCameras(): Promise<void> {
    for (const { browser, film } of this.cameras.splice(0)) {
      await browser.close();
      fs.rmSync(path.dirname(film), { recursive: true, force: true });
    }
  }

  /** Closes the visitors of one test and hands over what their pages complained about. */
  async endTest(): Promise<string[]> {
    this.product.cloud.faults.clear();
    await this.keepPictures();
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    await this.closeCameras();
    return this.complaints.splice(0);
  }

  /** What every page looked like at the end, when asked for: a failure is mostly seen at once. */
  private async keepPictures(): Promise<void> {
    if (process.env.XIANGFENG_PICTURES === undefined) return;
    const directory = path.join(PROJECT_DIRECTORY, '.cache/e2e');
    fs.mkdirSync(directory, { recursive: true });
    const name = (expect.getState().currentTestName ?? 'test').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    for (const [index, page] of this.contexts.flatMap((context) => context.pages()).entries()) {
      await page.screenshot({ path: path.join(directory, `${name}-${index + 1}.png`) });
    }
  }

  private listen(page: Page, address: string, expected: readonly RegExp[]): void {
    const complain = (text: string) => {
      if (!expected.some((pattern) => pattern.test(text))) this.complaints.push(`${address}: ${text}`);
    };
    page.on('pageerror', (error) => {
      complain(`page error: ${error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complain(`console: ${message.text()} ${message.location().url}`);
    });
  }
}

/** Runs in the page, before the app: who one is at first. Switching afterwards holds. */
function becomeAtFirst(openId: string): void {
  const key = 'xiangfeng.localIdentity';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(openId));
}

/** Registers the hooks of a test file. A page that complains in its console fails its test. */
export function useStage(): () => Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(async () => {
    expect(await stage?.endTest()).toEqual([]);
  });
  afterAll(() => stage?.close());
  return () => {
    if (stage === undefined) throw new Error('the stage opens before the first test');
    return stage;
  };
}
