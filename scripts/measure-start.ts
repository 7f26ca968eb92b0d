/**
 * `npm run measure:start`: how long a stranger waits. Clones this repository into a temporary folder, runs
 * the README's first command there, and stops when the first page answers.
 */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { root } from './run-command';

const secondsSince = (from: number): string => ((performance.now() - from) / 1000).toFixed(0);

/** Resolves with the address of the `ready` line. */
function start(directory: string): Promise<{ address: string; stop: () => void }> {
  const server = spawn('npm', ['start'], {
    cwd: directory,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const stop = () => {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^ready (\S+)$/m.exec(printed)?.[1];
      if (address !== undefined) resolve({ address, stop });
    });
    server.on('close', (code) => {
      reject(new Error(`npm start ended with ${String(code)}:\n${printed}`));
    });
  });
}

async function main(): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-start-'));
  try {
    const startedAt = performance.now();
    execFileSync('git', ['clone', '--quiet', root, directory]);
    execFileSync('npm', ['ci'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
    console.log(`installed after ${secondsSince(startedAt)} s`);
    const { address, stop } = await start(directory);
    const page = await fetch(address);
    console.log(`usable after ${secondsSince(startedAt)} s (${String(page.status)} ${address})`);
    stop();
  } finally {
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
