/** The files of the repository, by walking it: these tests hold in a copy without Git, too. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(__dirname, '../..');
/** Made by machines, or other people's. */
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', '.data', '.swc', '.sandbox']);

export interface SourceFile {
  /** from the root, with forward slashes */
  readonly file: string;
  readonly text: string;
}

function* walk(directory: string): Generator<string> {
  const entries = fs.readdirSync(path.join(root, directory), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name)) continue;
    const file = path.posix.join(directory, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else if (entry.isFile()) yield file;
  }
}

const files = [...walk('.')];

/** Every file whose path matches, with its text. */
export function filesMatching(pattern: RegExp): SourceFile[] {
  return files
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

export const TEST_FILE = /\.test\.tsx?$/;
const LAYERS =
  /^(domain|contract|server|cloudfunctions|src|local-cloud|demo|data|tests|scripts|config|types)\/.*\.tsx?$/;

/** Every TypeScript file of the product, its tests and its tools. */
export const scripts: readonly SourceFile[] = filesMatching(LAYERS);

export function parseSource({ file, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** All nodes of a file, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** `file:line` of a node. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return `${source.fileName}:${String(line + 1)}`;
}
