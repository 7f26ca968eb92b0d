/**
 * Pictures to look at: `tsx scripts/screenshot.ts gallery` for the design system alone, or `tsx
 * scripts/screenshot.ts http://127.0.0.1:3000/board …` for pages of a running site. Written to
 * .cache/screenshots.
 */
import fs from 'node:fs';
import path from 'node:path';

import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import * as sass from 'sass';

import { launchBrowser } from '../tests/e2e/browser';
import { root } from './run-command';

const directory = path.join(root, '.cache/screenshots');
const galleryAddress = 'http://gallery.local';

const views = [
  { name: 'phone', width: 390, height: 844, isElder: false },
  { name: 'desktop', width: 1280, height: 800, isElder: false },
  { name: 'elder', width: 390, height: 844, isElder: true },
] as const;

async function serveGallery(page: Page): Promise<void> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(root, 'tests/gallery/gallery.tsx')],
    bundle: true,
    write: false,
    jsx: 'automatic',
    tsconfig: path.join(root, 'tsconfig.json'),
    alias: { '@tarojs/taro': path.join(root, 'tests/app/taro-stub.ts') },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const { css } = sass.compile(path.join(root, 'src/ui/ui.scss'));
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style>
<div id="app"></div><script src="/gallery.js"></script></html>`;
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/gallery.js') {
      await route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' });
    } else if (pathname === '/hero.png') {
      await route.fulfill({ path: path.join(root, 'src/assets/hero.png') });
    } else await route.fulfill({ contentType: 'text/html', body: html });
  });
}

async function shoot(browser: Browser, name: string, address: string): Promise<void> {
  for (const view of views) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      deviceScaleFactor: 1,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${name} ${view.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`${name} ${view.name}: ${message.text()}`);
    });
    if (address.startsWith(galleryAddress)) await serveGallery(page);
    const mode = JSON.stringify(view.isElder ? 'elder' : 'standard');
    await page.addInitScript((value) => {
      localStorage.setItem('xiangfeng.displayMode', value);
    }, mode);
    await page.goto(address, { waitUntil: 'networkidle' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) console.error(`${name} ${view.name}: ${overflow} px wider than the window`);
    await page.screenshot({
      path: path.join(directory, `${name}-${view.name}.png`),
      fullPage: !address.includes('#'),
    });
    await context.close();
  }
}

async function main(addresses: readonly string[]): Promise<void> {
  fs.mkdirSync(directory, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const given of addresses) {
      const address = given.startsWith('gallery')
        ? `${galleryAddress}/${given.slice('gallery'.length)}`
        : given;
      const name = given.replace(/^https?:\/\/[^/]+/, '').replace(/[^a-z0-9-]+/gi, '-');
      await shoot(browser, name.replace(/^-|-$/g, '') || 'home', address);
    }
  } finally {
    await browser.close();
  }
  console.log(`written to ${path.relative(root, directory)}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
