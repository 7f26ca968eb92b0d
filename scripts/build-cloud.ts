/**
 * Bundles every cloud function into one file that WeChat's tools can deploy: index.js beside its package.json
 * and config.json, with only the SDK left for the cloud to install. Also bundles the local cloud that runs
 * them here.
 */
import fs from 'node:fs';
import path from 'node:path';

import * as esbuild from 'esbuild';

import { describeContract } from '@contract/describe';

import { root } from './run-command';

const sourceDirectory = path.join(root, 'cloudfunctions');
const outputDirectory = path.join(root, 'dist/cloudfunctions');
const onlyExternal = 'wx-server-sdk';

function functionNames(): string[] {
  return fs
    .readdirSync(sourceDirectory, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && fs.existsSync(path.join(sourceDirectory, entry.name, 'index.ts')),
    )
    .map((entry) => entry.name);
}

/** Where to, and with what further esbuild plugins: mutants are built by the same rules as the product. */
interface CloudBuild {
  readonly directory: string;
  readonly plugins: esbuild.Plugin[];
}

function functionOptions(name: string, build: CloudBuild): esbuild.BuildOptions & { metafile: true } {
  return {
    entryPoints: [path.join(sourceDirectory, name, 'index.ts')],
    outfile: path.join(build.directory, name, 'index.js'),
    plugins: build.plugins,
    absWorkingDir: root,
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    charset: 'utf8',
    external: [onlyExternal],
    // Lies beside the bundle; the import is its name.
    loader: { '.ttf': 'file', '.wasm': 'file' },
    assetNames: '[name]',
    // Its other entry asks for `import.meta`, which a bundle of this format has not.
    alias: { pdfkit: path.join(root, 'node_modules/pdfkit/js/pdfkit.js') },
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  };
}

function declaredDependencies(manifestFile: string): string[] {
  const manifest: unknown = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('dependencies' in manifest)) return [];
  return Object.keys(manifest.dependencies ?? {});
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || process.getBuiltinModule(specifier) !== undefined;
}

/** What would make the deployed function fail to start, in words. */
function problemsOf(name: string, metafile: esbuild.Metafile, build: CloudBuild): string[] {
  const output = Object.values(metafile.outputs).find((candidate) => candidate.entryPoint !== undefined);
  if (output === undefined) return [`${name}: nothing was built`];
  const declared = declaredDependencies(path.join(sourceDirectory, name, 'package.json'));
  const undeclared = output.imports
    .filter(
      ({ external, path: specifier }) => external && !isBuiltin(specifier) && !declared.includes(specifier),
    )
    .map(({ path: specifier }) => `${name}: imports ${specifier}, which its package.json does not declare`);
  const bundle = fs.readFileSync(path.join(build.directory, name, 'index.js'), 'utf8');
  const exportsMain = /\bmain: \(\) =>|exports\.main\b/.test(bundle);
  return exportsMain ? undeclared : [...undeclared, `${name}: does not export main`];
}

async function buildFunction(name: string, build: CloudBuild): Promise<string[]> {
  const directory = path.join(build.directory, name);
  fs.mkdirSync(directory, { recursive: true });
  for (const file of ['package.json', 'config.json']) {
    const source = path.join(sourceDirectory, name, file);
    if (!fs.existsSync(source)) return [`${name}: has no ${file}`];
    fs.copyFileSync(source, path.join(directory, file));
  }
  const { metafile } = await esbuild.build(functionOptions(name, build));
  return problemsOf(name, metafile, build);
}

function packageNames(): string[] {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const names = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
  if (typeof manifest !== 'object' || manifest === null) return [];
  const { dependencies, devDependencies } = { dependencies: {}, devDependencies: {}, ...manifest };
  return [...names(dependencies), ...names(devDependencies)];
}

/** Options for the local cloud's two bundles; its npm packages stay outside. */
export function localCloudOptions(): esbuild.BuildOptions {
  return {
    entryPoints: {
      'function-worker': path.join(root, 'local-cloud/functions/function-worker.ts'),
      main: path.join(root, 'scripts/start-local.ts'),
    },
    outdir: path.join(root, 'dist/local-cloud'),
    absWorkingDir: root,
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    external: packageNames().flatMap((name) => [name, `${name}/*`]),
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  };
}

/** Bundles every function into a folder. Throws with every problem found when one could not be deployed. */
export async function bundleFunctions(
  directory: string,
  plugins: esbuild.Plugin[] = [],
  names: readonly string[] = functionNames(),
): Promise<void> {
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  const build = { directory, plugins };
  const problems = (await Promise.all(names.map((name) => buildFunction(name, build)))).flat();
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Builds dist/cloudfunctions and the contract as data. */
export async function buildCloud(): Promise<void> {
  await bundleFunctions(outputDirectory);
  fs.writeFileSync(path.join(root, 'dist/contract.json'), JSON.stringify(describeContract()));
}

/** Builds dist/local-cloud/main.js and function-worker.js. */
export async function buildLocalCloud(): Promise<void> {
  await esbuild.build(localCloudOptions());
}
