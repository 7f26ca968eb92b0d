/** WXML as WeChat's wcc compiles it: one function a template file, made once a build. */
import vm from 'node:vm';

import { loadPackage } from '../packages';
import type { WeappBuild } from '../weapp-build';
import { startEngine } from './engine';

/** Data in, a tree of nodes out. */
export type Template = (data: object) => unknown;
export interface Templates {
  readonly find: (file: string) => Template | undefined;
  /** What wcc's code complained about while it ran, such as a template that does not exist. */
  readonly complaints: string[];
}

const MEGABYTE = 1024 * 1024;
const compiled = new Map<string, Templates>();

/** Throws with wcc's own words when a template does not compile. */
export function compileTemplates(build: WeappBuild): Templates {
  const known = compiled.get(build.directory);
  if (known !== undefined) return known;
  startEngine();
  const { wxmlToJs } = parseCompiler(loadPackage('miniprogram-compiler'));
  const source = wxmlToJs(build.directory, { maxBuffer: 64 * MEGABYTE });
  const complaints: string[] = [];
  const complain = (...parts: unknown[]): void => {
    complaints.push(parts.map(String).join(' '));
  };
  // In the engine's own realm: WXS looks at the constructors of the data it is given.
  const make = parseMaker(vm.runInThisContext(`(function (console) {${source}})`));
  const console = { log: complain, warn: complain, error: complain, info: complain };
  const templates = { find: make(console), complaints };
  compiled.set(build.directory, templates);
  return templates;
}

interface Compiler {
  wxmlToJs: (directory: string, options: { maxBuffer: number }) => string;
}

function parseCompiler(value: unknown): Compiler {
  return value as Compiler;
}

function parseMaker(value: unknown): (console: object) => Templates['find'] {
  return value as (console: object) => Templates['find'];
}
