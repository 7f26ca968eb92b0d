/**
 * `npm run dev`: rebuilds the H5 site and the functions on every change and restarts the local cloud, which
 * serves both. Same switches as `npm start`. Reload the page by hand: nothing is injected into it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import * as esbuild from 'esbuild';

import { buildCloud, localCloudOptions } from './build-cloud';
import { root, tools } from './run-command';
import { forgetBuild } from './sources';

const watched = ['domain', 'contract', 'server', 'cloudfunctions'];
const settleMs = 150;

let server: ChildProcess | undefined;

function restart(): void {
  const start = () => {
    server = spawn(
      process.execPath,
      [path.join(root, 'dist/local-cloud/main.js'), ...process.argv.slice(2)],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
  };
  if (server?.exitCode === null) {
    server.once('close', start);
    server.kill('SIGTERM');
  } else start();
}

async function rebuildFunctions(): Promise<void> {
  try {
    await buildCloud();
    restart();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

function watchFunctions(): void {
  let timer: NodeJS.Timeout | undefined;
  for (const directory of watched) {
    fs.watch(path.join(root, directory), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void rebuildFunctions(), settleMs);
    });
  }
}

async function watchLocalCloud(): Promise<void> {
  const restartOnEnd: esbuild.Plugin = {
    name: 'restart',
    setup(build) {
      build.onEnd((result) => {
        if (result.errors.length === 0) restart();
      });
    },
  };
  const context = await esbuild.context({
    ...localCloudOptions(),
    logLevel: 'warning',
    plugins: [restartOnEnd],
  });
  await context.watch();
}

async function main(): Promise<void> {
  forgetBuild('h5');
  forgetBuild('cloud');
  const taro = spawn(
    process.execPath,
    [path.join(root, tools.taro), 'build', '--type', 'h5', '--watch', '--no-check'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'development', TARO_ENV: 'h5' },
    },
  );
  process.on('exit', () => {
    taro.kill();
    server?.kill();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  await buildCloud();
  await watchLocalCloud();
  watchFunctions();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
