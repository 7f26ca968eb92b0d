/**
 * WeChat's uploader (miniprogram-ci) as far as it works without the network: schemas, compile, code quality.
 * A process of its own: it takes the engine's window for a browser, and it talks a lot.
 */
import { loadPackage } from '../packages';
import { WeappBuild } from '../weapp-build';
import type { Finding } from './finding';

interface SchemaResult {
  readonly warning: string;
  readonly error: readonly { readonly errorType: string; readonly errorProperty: string }[];
}

interface QualityRule {
  readonly name: string;
  readonly success: boolean;
  readonly text?: string;
  readonly detail?: unknown;
}

interface Uploader {
  readonly Project: new (options: object) => object;
  readonly getCompiledResult: (options: object) => Promise<Readonly<Record<string, unknown>>>;
  readonly checkCodeQuality: (project: object) => Promise<readonly QualityRule[]>;
}

function schemas(build: WeappBuild): Finding[] {
  const { schemaValidate } = parseSchemaPackage(
    loadPackage('miniprogram-ci/dist/modules/corecompiler/original/validate/schemaValidate.js'),
  );
  const files: readonly (readonly [kind: string, file: string])[] = [
    ['app', 'app.json'],
    ['projectconfig', 'project.config.json'],
    ...build.pages.map((page) => ['page', `${page}.json`] as const),
    ...(build.has('sitemap.json') ? [['sitemap', 'sitemap.json'] as const] : []),
  ];
  return files
    .filter(([, file]) => build.has(file))
    .flatMap(([kind, file]) => {
      const { warning, error } = schemaValidate(kind, build.readJson(file));
      const errors = error.map(
        (one) => `${file}: ${one.errorProperty || '(whole)'} breaks "${one.errorType}"`,
      );
      return warning === '' ? errors : [...errors, `${file}: unknown field ${warning}`];
    });
}

let uploader: Uploader | undefined;

/** Without its one question to the network: which file extensions may be packed. */
function loadUploader(): Uploader {
  if (uploader === undefined) {
    const extensions = parseExtensions(loadPackage('miniprogram-ci/dist/utils/white_ext_list.js'));
    const { GameWhiteList, MiniProgramWhiteList } = extensions;
    extensions.getWhiteExtList = () =>
      Promise.resolve({
        GameWhiteList: new Set(GameWhiteList),
        MiniProgramWhiteList: new Set(MiniProgramWhiteList),
      });
    uploader = parseUploader(loadPackage('miniprogram-ci'));
  }
  return uploader;
}

function projectOf(build: WeappBuild): object {
  const { DefaultProjectAttr } = parseConfig(loadPackage('miniprogram-ci/dist/config/config'));
  const project = new (loadUploader().Project)({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: build.directory,
    privateKey: 'none is needed',
    ignores: [],
  });
  return Object.assign(project, { attr: () => Promise.resolve(DefaultProjectAttr) });
}

async function compile(build: WeappBuild): Promise<Finding[]> {
  try {
    const compiled = await loadUploader().getCompiledResult({
      project: projectOf(build),
      setting: { es6: false, minify: false },
    });
    return build.pages
      .filter((page) => !(`${page}.js` in compiled))
      .map((page) => `the compile left ${page} out`);
  } catch (error) {
    return [error instanceof Error ? error.message : JSON.stringify(error)];
  }
}

/** Icons of the tab bar count as unused there: only app.json names them. */
const FALSE_ALARM = /^\/?assets\/tab\//;

async function quality(build: WeappBuild): Promise<Finding[]> {
  const rules = await loadUploader().checkCodeQuality(projectOf(build));
  return rules
    .filter(({ success, detail }) => !success && !isFalseAlarm(detail))
    .map(({ name, text, detail }) => `${name}: ${text ?? ''} ${JSON.stringify(detail ?? '')}`.slice(0, 400));
}

function isFalseAlarm(detail: unknown): boolean {
  return Array.isArray(detail) && detail.length > 0 && detail.every((file) => FALSE_ALARM.test(String(file)));
}

const tasks: Readonly<Record<string, (build: WeappBuild) => Finding[] | Promise<Finding[]>>> = {
  schemas,
  compile,
  quality,
};

async function main(task: string, directory: string): Promise<void> {
  const work = tasks[task];
  if (work === undefined) throw new Error(`unknown task ${task}`);
  const findings = await work(new WeappBuild(directory));
  process.send?.(findings, () => process.exit());
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');

function parseSchemaPackage(value: unknown): {
  schemaValidate: (kind: string, json: unknown) => SchemaResult;
} {
  return value as { schemaValidate: (kind: string, json: unknown) => SchemaResult };
}

interface Extensions {
  readonly GameWhiteList: readonly string[];
  readonly MiniProgramWhiteList: readonly string[];
  getWhiteExtList: () => Promise<unknown>;
}

function parseExtensions(value: unknown): Extensions {
  return value as Extensions;
}

function parseUploader(value: unknown): Uploader {
  return value as Uploader;
}

function parseConfig(value: unknown): { DefaultProjectAttr: object } {
  return value as { DefaultProjectAttr: object };
}
