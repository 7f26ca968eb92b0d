/**
 * WeChat's own packages: installed beside this file, apart from the project's install, which they would
 * treble.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = __dirname;
const stampFile = path.join(folder, 'node_modules', '.installed-lock');

function lockDigest(): string {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
}

/**
 * Runs `npm ci` here unless the lock file is that of the last install. Throws with npm's output when it
 * fails.
 */
export function installPackages(): void {
  const digest = lockDigest();
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === digest) return;
  // Under `npm test` npm names its own script, which starts alike on every system.
  const npmScript = process.env['npm_execpath'];
  const [command, args] = npmScript === undefined ? ['npm', ['ci']] : [process.execPath, [npmScript, 'ci']];
  const isWindows = process.platform === 'win32';
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: npmScript === undefined && isWindows,
  });
  if (status !== 0) throw new Error(`npm ci in tests/weapp failed\n${error?.message ?? stderr}`);
  fs.writeFileSync(stampFile, digest);
}

/** What a package, or a file of one, exports. */
export function loadPackage(name: string): unknown {
  return createRequire(path.join(folder, 'package.json'))(name);
}

/** Where a file of a package lies. */
export function packageFile(...parts: string[]): string {
  return path.join(folder, 'node_modules', ...parts);
}
