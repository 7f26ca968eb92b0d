/**
 * A type is asserted only where a value is parsed: in a function named parse…; everywhere else types are
 * derived.
 */
import ts from 'typescript';
import { nodesOf, parseSource, placeOf, scripts } from './source-files';

function nameOf(node: ts.Node): string {
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node);
  return isNamed && node.name !== undefined ? node.name.getText() : '';
}

function isInParser(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if (nameOf(at).startsWith('parse')) return true;
  return false;
}

/** `as const` only narrows to what is written: nothing is asserted. */
function isAssertion(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && node.type.getText() !== 'const';
}

test('`as` is used only in functions named parse…', () => {
  const found = scripts.flatMap((script) => {
    const source = parseSource(script);
    return [...nodesOf(source)]
      .filter((node) => isAssertion(node) && !isInParser(node))
      .map((node) => placeOf(source, node));
  });
  expect(found).toEqual([]);
});
