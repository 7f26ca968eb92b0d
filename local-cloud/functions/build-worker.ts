import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const BUNDLE_NAME = 'function-worker.js';
let built: Promise<string> | undefined;

async function bundle(): Promise<Uint8Array> {
  const esbuild = await import('esbuild');
  const result = await esbuild.build({
    entryPoints: [join(__dirname, 'function-worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  const file = result.outputFiles[0];
  if (file === undefined) throw new Error('the function worker did not build');
  return file.contents;
}

/** Bundles the worker bootstrap (function-worker.ts) into one CommonJS file named by its content. */
export async function buildWorker(directory: string): Promise<string> {
  const contents = await bundle();
  const digest = createHash('sha256').update(contents).digest('hex').slice(0, 12);
  const file = resolve(directory, `function-worker-${digest}.js`);
  if (existsSync(file)) return file;
  await mkdir(dirname(file), { recursive: true });
  // Renamed into place: processes that start together never read a half-written file.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, file);
  return file;
}

/** The bundle beside a bundled host; a host run from sources builds it once (a few milliseconds). */
export function findWorkerFile(): Promise<string> {
  const beside = join(__dirname, BUNDLE_NAME);
  if (existsSync(beside)) return Promise.resolve(beside);
  built ??= buildWorker('.cache/local-cloud');
  return built;
}
