import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * jest's global setup for projects that run bundled functions. A process of its own, because jest resolves no
 * path aliases here.
 */
export default function buildCloudOnce(): void {
  const root = path.resolve(__dirname, '../..');
  const build = ['--import', 'tsx', path.join(root, 'scripts/build.ts'), 'cloud', '--if-changed'];
  execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
