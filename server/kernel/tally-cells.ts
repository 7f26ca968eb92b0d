/**
 * The cells of a tally. Checked by loops of our own: a recount reads tens of millions of these numbers, and a
 * schema of records in records takes three times as long for the same question.
 */
import { QUANTITIES } from '@domain/statistics/measure';
import type { Tally } from '@domain/statistics/tally';
import * as z from 'zod';
import '@contract/zod-config';

const KNOWN: ReadonlySet<string> = new Set(QUANTITIES);

function isCells(value: unknown): value is Tally['cells'] {
  return isRecord(value) && Object.values(value).every(isAmounts);
}

function isAmounts(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(([quantity, amount]) => KNOWN.has(quantity) && Number.isSafeInteger(amount))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const tallyCells = z.custom<Tally['cells']>(
  isCells,
  'a tally holds whole numbers of known quantities',
);
