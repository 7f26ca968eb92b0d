/**
 * `npm start`: builds what changed, then runs the local cloud with the demo city. Environment PORT; switches
 * --data DIR, --fresh and --volunteers N go on to the local cloud, which prints `ready <address>`.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { ensureBuilt } from './build';
import { root } from './run-command';

async function main(): Promise<void> {
  console.log('正在构建网页和云函数（首次约一分钟）…');
  await Promise.all([ensureBuilt('h5'), ensureBuilt('cloud')]);
  const server = spawn(
    process.execPath,
    [path.join(root, 'dist/local-cloud/main.js'), ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
  server.on('close', (code) => process.exit(code ?? 1));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
