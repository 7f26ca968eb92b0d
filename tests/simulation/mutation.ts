/** The product with one safeguard taken out, for tests that must notice. */
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PROJECT_DIRECTORY } from '../kit/product';

export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export function mutation({ file, from, to }: Mutant): Plugin {
  const target = path.join(PROJECT_DIRECTORY, file);
  return {
    name: 'mutation',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, (args) => {
        if (args.path !== target) return undefined;
        const source = fs.readFileSync(target, 'utf8');
        if (!source.includes(from)) throw new Error(`the mutated line is no longer in ${file}`);
        return { contents: source.replace(from, to), loader: 'ts' };
      });
    },
  };
}

/** What a file of the tests exports, run over the mutant. Rejects when its line is no longer there. */
export async function loadWithMutant(entry: string, mutant: Mutant): Promise<unknown> {
  const file = `${mutant.name.replaceAll(/\W+/g, '-')}.js`;
  const outfile = path.join(PROJECT_DIRECTORY, 'dist', 'mutants', file);
  await build({
    entryPoints: [path.join(PROJECT_DIRECTORY, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [mutation(mutant)],
  });
  return jest.requireActual(outfile);
}

/**
 * What a campaign of a mutant finds wrong, seed after seed until there is something. A mutant may also stop
 * the campaign: somebody is asked for who is not there.
 */
export async function firstDifferences(
  runMutant: (seed: number) => Promise<{ readonly differences: readonly string[] }>,
  seeds: number,
): Promise<readonly string[]> {
  let differences: readonly string[] = [];
  for (let seed = 1; seed <= seeds && differences.length === 0; seed += 1)
    differences = await runMutant(seed).then(
      (report) => report.differences,
      (error: unknown) => [String(error)],
    );
  return differences;
}
