/**
 * `npm run deploy -- --dry-run` prints what would be done; without the flag it is done. `--build` brings
 * the builds up to date first; `--remove index:<collection>/<name>` and `--remove function:<name>` allow
 * what is named to go; `--config FILE` reads another configuration than deploy.config.ts. See
 * docs/deployment.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build';
import { carryOut } from './deploy/carry-out';
import { parseDeployConfig, type DeployConfig } from './deploy/config';
import { connect } from './deploy/connect';
import { describePlan, wordsOfStep } from './deploy/describe';
import { buildEnvironmentOf, readRepository } from './deploy/facts';
import { EMPTY_TARGET } from './deploy/model';
import { planDeployment } from './deploy/plan';
import { readSecrets } from './deploy/secrets';
import { root } from './run-command';

const EXAMPLE = 'deploy.config.example.ts';
const OWN = 'deploy.config.ts';

interface Wishes {
  readonly isDry: boolean;
  readonly wantsBuild: boolean;
  readonly removals: readonly string[];
  readonly configFile: string;
}

function parseWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      build: { type: 'boolean', default: false },
      remove: { type: 'string', multiple: true, default: [] },
      config: { type: 'string' },
    },
  });
  const isDry = values['dry-run'];
  const own = fs.existsSync(path.join(root, OWN)) ? OWN : EXAMPLE;
  return { isDry, wantsBuild: values.build, removals: values.remove, configFile: values.config ?? own };
}

async function readConfig(file: string): Promise<DeployConfig> {
  const module: unknown = await import(path.resolve(root, file));
  return parseDeployConfig(parseDefault(module));
}

/** A module's default export, once or twice wrapped by the loader. */
function parseDefault(module: unknown): unknown {
  const inner = (module as { default?: unknown }).default;
  const isWrapped = typeof inner === 'object' && inner !== null && 'default' in inner;
  return isWrapped ? inner.default : inner;
}

async function main(): Promise<void> {
  const wishes = parseWishes();
  const config = await readConfig(wishes.configFile);
  if (wishes.configFile === EXAMPLE) console.log(`没有 ${OWN}，用样本 ${EXAMPLE}：复制它，改成本市的值。\n`);
  const secrets = readSecrets(config.secretsFile, root, process.env);
  Object.assign(process.env, buildEnvironmentOf(config));
  if (wishes.wantsBuild) for (const name of ['h5', 'weapp', 'cloud'] as const) await ensureBuilt(name);

  const facts = readRepository(config, Date.now());
  const target = connect(config, secrets, facts);
  const state = target === null ? EMPTY_TARGET : await target.read(facts);
  const plan = planDeployment({ config, secrets, facts, state, removals: wishes.removals });
  console.log(describePlan({ config, facts, plan, isStateKnown: target !== null }));
  if (wishes.isDry) return;
  if (plan.problems.length > 0 || target === null) {
    process.exitCode = 1;
    return;
  }
  console.log('');
  await carryOut(plan, target, { config, secrets, facts }, (step, place) => {
    console.log(`[${place + 1}/${plan.steps.length}] ${wordsOfStep(step)}`);
  });
  console.log('完成。再运行一次 --dry-run，应当显示没有要改的。');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('修正后重新运行：做完的步骤不会重做。');
  process.exitCode = 1;
});
