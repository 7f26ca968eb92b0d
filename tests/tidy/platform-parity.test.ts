/** Each port of src/platform and src/ui has a WeChat and an H5 side with members of equal types. */
import fs from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const root = path.resolve(__dirname, '../..');
const folders = ['src/platform', 'src/ui'];

const ports = folders.flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => /\.(weapp|h5)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replace(/\.(weapp|h5)\.tsx?$/, '')}`),
);
const names = [...new Set(ports)].sort();

function fileOf(name: string, target: 'weapp' | 'h5'): string {
  const file = ['.ts', '.tsx']
    .map((end) => path.join(root, `${name}.${target}${end}`))
    .find((f) => fs.existsSync(f));
  if (file === undefined) throw new Error(`${name} has no ${target} side`);
  return file;
}

const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
const files = names.flatMap((name) => [fileOf(name, 'weapp'), fileOf(name, 'h5')]);
const types = [path.join(root, 'types/global.d.ts')];
const program = ts.createProgram([...files, ...types], { ...options, types: ['node'] });
const checker = program.getTypeChecker();

/** Name and type in words of every value a file exports. */
function membersOf(file: string): string[] {
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!source || !symbol) throw new Error(`${file} exports nothing`);
  return checker
    .getExportsOfModule(symbol)
    .map((member) => (member.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(member) : member))
    .filter((member) => member.flags & ts.SymbolFlags.Value)
    .map((member) => `${member.name}: ${wordsOf(checker.getTypeOfSymbolAtLocation(member, source))}`)
    .sort();
}

/** Functions by parameters and result, without the parameters' names. */
function wordsOf(type: ts.Type): string {
  const signature = type.getCallSignatures()[0];
  if (!signature) return checker.typeToString(type);
  const parameters = signature.parameters.map((parameter) => {
    const declaration = parameter.valueDeclaration;
    return declaration
      ? checker.typeToString(checker.getTypeOfSymbolAtLocation(parameter, declaration))
      : '?';
  });
  return `(${parameters.join(', ')}) => ${resultOf(signature)}`;
}

/** Components may return an element or nothing: both draw. */
function resultOf(signature: ts.Signature): string {
  const text = checker.typeToString(signature.getReturnType());
  return /Element\b/.test(text) ? 'element' : text;
}

test('there are ports to compare', () => {
  expect(names.length).toBeGreaterThan(10);
});

test.each(names)('%s is the same in WeChat and on H5', (name) => {
  expect(membersOf(fileOf(name, 'weapp'))).toEqual(membersOf(fileOf(name, 'h5')));
});

/** Of `x.ts` and `x.weapp.tsx` Taro takes the former: the three names must end alike. */
test.each(names)('%s has a plain file for the type checker, which is the H5 side', (name) => {
  const end = path.extname(fileOf(name, 'weapp'));
  expect(path.extname(fileOf(name, 'h5'))).toBe(end);
  const plain = fs.readFileSync(path.join(root, `${name}${end}`), 'utf8');
  expect(plain).toContain(`export * from './${path.basename(name)}.h5';`);
});
