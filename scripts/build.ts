/** `npm run build [h5 | weapp | cloud | all] [--if-changed]`: production builds into dist/. */
import fs from 'node:fs';
import path from 'node:path';

import { buildCloud, buildLocalCloud } from './build-cloud';
import { mustRunTool, root } from './run-command';
import { buildIfChanged, forgetBuild, type BuildName } from './sources';
import { finish, runSteps } from './steps';

async function buildWithTaro(target: 'h5' | 'weapp'): Promise<void> {
  fs.rmSync(path.join(root, 'dist', target), { recursive: true, force: true });
  const env = { NODE_ENV: 'production', TARO_ENV: target };
  await mustRunTool('taro', ['build', '--type', target, '--no-check'], { env });
}

export const builds: Record<BuildName, () => Promise<void>> = {
  h5: () => buildWithTaro('h5'),
  weapp: () => buildWithTaro('weapp'),
  cloud: async () => {
    await buildCloud();
    await buildLocalCloud();
  },
};

/** Brings one build up to date. */
export async function ensureBuilt(name: BuildName): Promise<void> {
  await buildIfChanged(name, builds[name]);
}

const all: readonly BuildName[] = ['h5', 'weapp', 'cloud'];

async function main(wanted: string, onlyIfChanged: boolean): Promise<void> {
  const names = wanted === 'all' ? all : all.filter((name) => name === wanted);
  if (names.length === 0) throw new Error(`unknown build "${wanted}": use h5, weapp, cloud or all`);
  if (!onlyIfChanged) names.forEach(forgetBuild);
  const steps = names.map((name) => ({
    name: `build ${name}`,
    run: async () => {
      await ensureBuilt(name);
      return undefined;
    },
  }));
  finish(await runSteps(steps));
}

if (require.main === module) void main(process.argv[2] ?? 'all', process.argv.includes('--if-changed'));
