/** Rules a linter does not know: sizes, names and words, for every source file of the repository. */
import fs from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { filesMatching, root } from './source-files';

const folders = 'domain|contract|server|cloudfunctions|src|local-cloud|demo|tests|scripts|config|types';
const sources = filesMatching(new RegExp(`^(${folders})/.*\\.(ts|tsx|scss)$`));
const files = sources.map(({ file }) => file);
const scripts = sources.filter(({ file }) => /\.tsx?$/.test(file));

const maxLineLength = 110;
const maxFunctionLines = 70;
const maxPageLines = 120;
const maxFileLines = 300;

function linesWhere(test: (line: string) => boolean, within = sources): string[] {
  return within.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

function* functionsOf(node: ts.Node): Generator<ts.Node> {
  const isFunction =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node);
  if (isFunction) yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* functionsOf(child);
}

test('there are files to look at', () => {
  expect(scripts.length).toBeGreaterThan(100);
});

test(`no line of code is longer than ${maxLineLength}`, () => {
  // An address or a drawing in a style cannot be broken.
  const isLong = (line: string) => line.length > maxLineLength && !/https?:\/\/|data:image/.test(line);
  expect(linesWhere(isLong)).toEqual([]);
});

test(`no function is longer than ${maxFunctionLines} lines`, () => {
  const tooLong = scripts
    .filter(({ file }) => !/\.test\.tsx?$/.test(file))
    .flatMap(({ file, text }) => {
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
      return [...functionsOf(source)]
        .filter((node) => lineOf(node.end) - lineOf(node.getStart()) + 1 > maxFunctionLines)
        .map((node) => `${file}:${lineOf(node.getStart())}`);
    });
  expect(tooLong).toEqual([]);
});

test(`no page is longer than ${maxPageLines} lines and no file than ${maxFileLines}`, () => {
  const limitOf = (file: string) =>
    /^src\/(pages|packages)\/.*\/index\.tsx$/.test(file) ? maxPageLines : maxFileLines;
  const tooLong = scripts
    .filter(({ file, text }) => !/\.test\.tsx?$/.test(file) && text.split('\n').length - 1 > limitOf(file))
    .map(({ file }) => file);
  expect(tooLong).toEqual([]);
});

test('file names are kebab-case', () => {
  const isKebab = (file: string) =>
    /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-zA-Z0-9-]+)*\.(ts|tsx|scss)$/.test(path.basename(file));
  expect(files.filter((file) => !isKebab(file))).toEqual([]);
});

test('no test is left out, no work is left open, no type check is switched off', () => {
  const words = [
    'it.only',
    'test.only',
    'describe.only',
    'it.skip',
    'test.skip',
    'describe.skip',
    'test.todo',
  ];
  const marks = ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'nocheck'];
  const self = sources.filter(({ file }) => file !== 'tests/tidy/house-rules.test.ts');
  expect(linesWhere((line) => [...words, ...marks].some((word) => line.includes(word)), self)).toEqual([]);
  // `fit(`, `xit(`, `xtest(` and `fdescribe(` at the beginning of a line
  expect(linesWhere((line) => /^\s*(f|x)(it|test|describe)(\.each)?\(/.test(line), self)).toEqual([]);
});

test('no screen promises what is not there', () => {
  const promises = ['敬请' + '期待', '暂未' + '开放', '功能' + '开发中', 'coming ' + 'soon'];
  const isPromise = (line: string) => promises.some((words) => line.toLowerCase().includes(words));
  expect(linesWhere(isPromise)).toEqual([]);
});

test('nothing is typed any', () => {
  const found = scripts.flatMap(({ file, text }) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const places: string[] = [];
    const visit = (node: ts.Node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) {
        places.push(`${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return places;
  });
  expect(found).toEqual([]);
});

test('no file only hands on what others export, but for the two-sided ports', () => {
  const barrels = scripts
    .filter(({ text }) => {
      const statements = text
        .split('\n')
        .filter((line) => /^\S/.test(line) && !/^(\/\*\*|\/\/| \*|\})/.test(line));
      return statements.length > 1 && statements.every((line) => /^export (type )?[*{]/.test(line));
    })
    .map(({ file }) => file)
    .filter((file) => !fs.existsSync(path.join(root, file.replace(/\.ts$/, '.weapp.ts'))))
    .filter((file) => !fs.existsSync(path.join(root, file.replace(/\.ts$/, '.weapp.tsx'))));
  expect(barrels).toEqual([]);
});

test('no machine, no neighbouring folder and no registry is named', () => {
  const names = [
    /\.\.\/shared/,
    /\/work\//,
    /\/root\//,
    /(^|[^a-z])\/home\/[a-z]/,
    /\/Users\//,
    /[^a-zA-Z]C:\\/,
  ];
  const hosts = [/registry\.np/, /npmmirror/];
  const isNamed = (line: string) => [...names, ...hosts].some((pattern) => pattern.test(line));
  const written = filesMatching(/(\.(ts|tsx|js|cjs|mjs|json|md|scss|html|csv)|\/\.npmrc|\.ci\/run)$/);
  const self = written.filter(({ file }) => file !== 'tests/tidy/house-rules.test.ts');
  expect(linesWhere(isNamed, self)).toEqual([]);
});
