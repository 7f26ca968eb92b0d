import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * jest's global setup for tests in a browser: the H5 site and the bundled functions, each only when changed.
 */
export default function buildSiteOnce(): void {
  const root = path.resolve(__dirname, '../..');
  for (const name of ['cloud', 'h5']) {
    const build = ['--import', 'tsx', path.join(root, 'scripts/build.ts'), name, '--if-changed'];
    execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
