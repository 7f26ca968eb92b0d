/**
 * One word for one thing: docs/glossary.md. These words have another one there, so no identifier may carry
 * them.
 */
import ts from 'typescript';
import { nodesOf, parseSource, placeOf, scripts } from './source-files';

/** banned → the term to use, matched at the beginning of a word inside an identifier */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/[sS]ign(In|Up)(?!Required)/, 'checkIn, enrol or registration'],
  [/[eE]nroll(?!ed|ing|er)/, 'enrol, enrolment'],
  [/[oO]rganiz/, 'organise'],
  [/^is?SignedUp/, 'enrolled'],
  [/[aA]ttendee|[pP]articipant/, 'volunteer, attendance'],
  [/(?<![a-z])([eE]vents?)(?=[A-Z]|$)/, 'activity or shift'],
  [/[dD]istrict|[vV]illage(?!Clinic)|[tT]own(?!ship)/, 'county, township, community'],
  [/[gG]eofenceRadius|[lL]at(?=[A-Z]|$)|[lL]ng(?=[A-Z]|$)/, 'latitude, longitude, radiusMeters'],
  [/[hH]ousehold(?!Population)/, 'residentPopulation'],
  [/[aA]ctiveness|[aA]ctivityDegree/, 'activityRate'],
];
/** A function's argument and a browser's happening are events; so is what the platform's tools call so. */
const ALLOWED = /^(event|events|onEvent|addEventListener|removeEventListener|preventDefault)$|Event$/;
const PRODUCT = /^(domain|contract|server|cloudfunctions|src|demo)\//;

function isDeclared(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isClassDeclaration(parent);
  return isNamed && parent.name === node;
}

test('identifiers use the words of the glossary', () => {
  const found = scripts
    .filter(({ file }) => PRODUCT.test(file))
    .flatMap((script) => {
      const source = parseSource(script);
      return [...nodesOf(source)].filter(isDeclared).flatMap((node) => {
        if (ALLOWED.test(node.text)) return [];
        const banned = BANNED.find(([pattern]) => pattern.test(node.text));
        return banned === undefined ? [] : [`${placeOf(source, node)} ${node.text}: ${banned[1]}`];
      });
    });
  expect(found).toEqual([]);
});
