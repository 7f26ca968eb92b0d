/** Rows as they are kept between the steps: sealed, for they hold id numbers and phone numbers (RG2). */
import * as z from 'zod';
import '@contract/zod-config';
import type { Ports } from '../kernel/ports';
import type { SheetRow } from './sheet-rows';

/** number and cells, without names: a chunk is opened three times */
const rowsSchema = z.array(z.tuple([z.number().int(), z.array(z.string())]));

export function sealRows({ secrets }: Pick<Ports, 'secrets'>, rows: readonly SheetRow[]): string {
  return secrets.seal(JSON.stringify(rows.map(({ number, cells }) => [number, cells])));
}

/** Throws when it is no box of rows. */
export function openRows({ secrets }: Pick<Ports, 'secrets'>, box: string): SheetRow[] {
  const rows = rowsSchema.parse(JSON.parse(secrets.open(box)));
  return rows.map(([number, cells]) => ({ number, cells }));
}
