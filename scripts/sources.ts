/** Tells whether a build is still good for the files it was made from, so that a second start is quick. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { root } from './run-command';

export type BuildName = 'h5' | 'weapp' | 'cloud';

const appInputs = [
  'src',
  'domain',
  'contract',
  'config',
  'babel.config.js',
  '.browserslistrc',
  'tsconfig.json',
  'package.json',
];

const inputs: Record<BuildName, readonly string[]> = {
  h5: appInputs,
  weapp: [...appInputs, 'project.config.json'],
  cloud: [
    'domain',
    'contract',
    'server',
    'cloudfunctions',
    'local-cloud',
    'demo',
    'data',
    'scripts',
    'tsconfig.json',
    'package.json',
  ],
};

const outputs: Record<BuildName, readonly string[]> = {
  h5: ['dist/h5/index.html'],
  weapp: ['dist/weapp/app.json'],
  cloud: ['dist/cloudfunctions', 'dist/local-cloud/main.js', 'dist/local-cloud/function-worker.js'],
};

/** Files in a fixed order; of a missing folder none. */
export function* filesBelow(file: string): Generator<string> {
  if (!fs.existsSync(file)) return;
  if (!fs.statSync(file).isDirectory()) {
    yield file;
    return;
  }
  for (const name of fs.readdirSync(file).sort()) yield* filesBelow(path.join(file, name));
}

function digestOf(name: BuildName): string {
  const hash = createHash('sha256');
  // The mini-program's build reads these from the environment.
  for (const name of ['TARO_APP_GATEWAY', 'TARO_APP_CLOUD_ENV', 'TARO_APP_SITE_ORIGIN']) {
    hash.update(process.env[name] ?? '').update('\0');
  }
  for (const input of inputs[name]) {
    for (const file of filesBelow(path.join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function stampFile(name: BuildName): string {
  return path.join(root, 'dist', `.built-${name}`);
}

/** Is the build there, and is it one of these sources (and of this environment)? */
export function buildStateOf(name: BuildName): 'fresh' | 'stale' | 'missing' {
  const stamp = stampFile(name);
  const isComplete = outputs[name].every((file) => fs.existsSync(path.join(root, file)));
  if (!isComplete || !fs.existsSync(stamp)) return 'missing';
  return fs.readFileSync(stamp, 'utf8') === digestOf(name) ? 'fresh' : 'stale';
}

/** Builds unless the sources are those of the last build. Resolves to whether it had to. */
export async function buildIfChanged(name: BuildName, build: () => Promise<void>): Promise<boolean> {
  if (buildStateOf(name) === 'fresh') return false;
  const digest = digestOf(name);
  const stamp = stampFile(name);
  fs.rmSync(stamp, { force: true });
  await build();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, digest);
  return true;
}

/** Makes the next `buildIfChanged` build in any case. */
export function forgetBuild(name: BuildName): void {
  fs.rmSync(stampFile(name), { force: true });
}
