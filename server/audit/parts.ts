/**
 * Parts of a recount that look at different people or divisions: they may run beside each other, each in an
 * instance of its own (docs/adr/0014-recount.md). What crosses between instances has a schema.
 */
import { divisionCodeField } from '@contract/fields';
import * as z from 'zod';
import '@contract/zod-config';
import type { Ports } from '../kernel/ports';
import { checkDivisions } from './check-divisions';
import { checkShifts } from './check-shifts';
import { checkVolunteers } from './check-volunteers';
import type { Findings } from './findings';

/** As many as a small machine has processors; the database serves more, but each is billed. */
export const PARTS_AT_ONCE = 2;

const stretchSchema = z.strictObject({ after: z.string(), last: z.string().nullable() });
export const recountPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('volunteers'), stretches: z.array(stretchSchema) }),
  z.strictObject({ kind: z.literal('shifts'), stretches: z.array(stretchSchema) }),
  z.strictObject({ kind: z.literal('divisions'), divisionCodes: z.array(divisionCodeField) }),
]);
export type RecountPart = z.output<typeof recountPartSchema>;

export type RunPart = (part: RecountPart) => Promise<Findings>;

/** In this instance. */
export function runPartWith(ports: Ports): RunPart {
  return (part) => {
    switch (part.kind) {
      case 'volunteers':
        return checkVolunteers(ports, part.stretches);
      case 'shifts':
        return checkShifts(ports, part.stretches);
      case 'divisions':
        return checkDivisions(ports, part.divisionCodes);
    }
  };
}
