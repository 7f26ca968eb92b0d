/** The scripts: syntax WeChat's upload takes, no code from strings, and only members of `wx` that exist. */
import fs from 'node:fs';

import { loadPackage, packageFile } from '../packages';
import type { WeappBuild } from '../weapp-build';
import { findingsOf, type Finding, type Judge } from './finding';

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

function parseScript(source: string): SyntaxNode {
  const acorn = loadPackage('acorn') as { parse: (text: string, options: object) => SyntaxNode };
  return acorn.parse(source, { ecmaVersion: 2019, sourceType: 'script' });
}

/** `?.`, `??` and class fields of a package that was not compiled make WeChat refuse the upload. */
function syntax(build: WeappBuild): Finding[] {
  return build
    .files('.js')
    .flatMap((file) =>
      findingsOf(() => parseScript(build.read(file))).map((finding) => `${file}: ${finding}`),
    );
}

function* nodesBelow(
  node: SyntaxNode,
  above: readonly SyntaxNode[] = [],
): Generator<[SyntaxNode, readonly SyntaxNode[]]> {
  yield [node, above];
  const path = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of parseNodes(value)) yield* nodesBelow(child, path);
  }
}

function parseNodes(value: unknown): SyntaxNode[] {
  const isNode = (one: unknown): boolean => typeof one === 'object' && one !== null && 'type' in one;
  return (Array.isArray(value) ? value : [value]).filter(isNode) as SyntaxNode[];
}

function nameOf(value: unknown): string {
  return parseNodes(value).map((node) => (node.type === 'Identifier' ? String(node['name']) : ''))[0] ?? '';
}

/**
 * The one place that may name `Function`: the bundler's way to the global, after `typeof globalThis`, in a
 * `try` that catches WeChat's refusal.
 */
function isGuarded(above: readonly SyntaxNode[]): boolean {
  return above.some((node) => node.type === 'TryStatement');
}

function codeFromStrings(build: WeappBuild): Finding[] {
  return build.files('.js').flatMap((file) =>
    [...nodesBelow(parseScript(build.read(file)))].flatMap(([node, above]) => {
      if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return [];
      const name = nameOf(node['callee']);
      if ((name !== 'eval' && name !== 'Function') || isGuarded(above)) return [];
      return [`${file}:${node.start} calls ${name}`];
    }),
  );
}

/**
 * The members of `wx` by WeChat's own typings: name → the base library that brought it (empty: always there).
 */
function knownMembers(): Map<string, string> {
  const typings = fs.readFileSync(
    packageFile('miniprogram-api-typings', 'types', 'wx', 'lib.wx.api.d.ts'),
    'utf8',
  );
  const from = typings.indexOf('    interface Wx {');
  const body = typings.slice(from, typings.indexOf('\n    }\n', from));
  const members = new Map<string, string>();
  let version = '';
  for (const line of body.split('\n')) {
    version = /需要基础库： `([\d.]+)`/.exec(line)?.[1] ?? version;
    const name = /^ {8}(?:readonly )?(\w+)\??\s*[:(<]/.exec(line)?.[1];
    if (name === undefined) continue;
    if (!members.has(name)) members.set(name, version);
    version = '';
  }
  // Global objects the interface keeps apart.
  for (const name of ['cloud', 'env', 'webpackJsonp']) if (!members.has(name)) members.set(name, '');
  return members;
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Every `wx.member` the scripts name, however it is written. */
function membersUsed(script: SyntaxNode): string[] {
  return [...nodesBelow(script)].flatMap(([node]) => {
    if (node.type !== 'MemberExpression' || nameOf(node['object']) !== 'wx') return [];
    const [property] = parseNodes(node['property']);
    const name = property?.type === 'Literal' ? property['value'] : nameOf(property);
    const isComputed = node['computed'] === true && property?.type !== 'Literal';
    return isComputed || typeof name !== 'string' || name === '' ? [] : [name];
  });
}

function unknownMembers(build: WeappBuild): Finding[] {
  const known = knownMembers();
  const { libVersion = '' } = parseProject(build.readJson('project.config.json'));
  return build.files('.js').flatMap((file) =>
    [...new Set(membersUsed(parseScript(build.read(file))))].flatMap((name) => {
      const version = known.get(name);
      if (version === undefined) return [`${file}: wx.${name} does not exist`];
      return isNewer(version, libVersion)
        ? [`${file}: wx.${name} needs ${version}, the project says ${libVersion}`]
        : [];
    }),
  );
}

function parseProject(value: unknown): { libVersion?: string } {
  return value as { libVersion?: string };
}

export const scriptJudges: readonly Judge[] = [
  { name: 'every script is ES2019', judge: syntax },
  { name: 'no code is made from strings', judge: codeFromStrings },
  { name: 'every member of wx exists', judge: unknownMembers },
];
