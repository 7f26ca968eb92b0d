/** Why this exists: the rules in the specification and the rules of the suite must be the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_RULES, ruleIdOf } from './database-contract';

/** Ids of the table in the specification, in order. */
export function specifiedIds(): string[] {
  const text = readFileSync(join(__dirname, '../../docs/spec/cloud-database.md'), 'utf8');
  return [...text.matchAll(/^\| (DB\d+) \|/gm)].map((match) => match[1] ?? '');
}

/** Ids of the suite, in order. */
export function testedIds(): string[] {
  return DATABASE_RULES.map((rule) => ruleIdOf(rule.title));
}
