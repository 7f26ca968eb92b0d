/** A real Chromium for end-to-end tests and screenshots. */
import { chromium, type Browser } from 'playwright-core';

import { unpackBrowser } from './browser-files';

const alwaysOff = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN'];

export interface LaunchOptions {
  /** Further Chromium switches, for instance a file that plays the camera. */
  args?: readonly string[];
}

/**
 * Starts the browser: `XIANGFENG_CHROME` if it names one, else the packaged one on Linux x64, else an
 * installed Chrome. The caller closes it.
 */
export async function launchBrowser({ args = [] }: LaunchOptions = {}): Promise<Browser> {
  const own = process.env.XIANGFENG_CHROME;
  if (own) return chromium.launch({ executablePath: own, args: [...alwaysOff, ...args] });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: [...alwaysOff, ...args] });
  }
  const files = await unpackBrowser();
  const libraries = [process.env.LD_LIBRARY_PATH, files.libraryDirectory].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: files.executable,
    args: ['--no-sandbox', '--no-zygote', '--headless=shell', ...alwaysOff, ...args],
    env: { ...environment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: files.fontConfiguration },
  });
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
