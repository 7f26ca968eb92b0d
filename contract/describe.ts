/** The contract as data: what `npm run contract` prints and `GET /v1/contract` answers. */
import { ERROR_CODES } from './error-codes';
import { functionOf, procedures } from './procedures';
import * as z from 'zod';
import './zod-config';

export interface DescribedProcedure {
  readonly name: string;
  /** the cloud function to call */
  readonly function: string;
  readonly summary: string;
  readonly audience: string;
  readonly kind: string;
  readonly input: object;
  readonly output: object;
}

/** JSON Schemas (draft 2020-12) of what a caller writes and reads. */
export function describeContract(): {
  procedures: DescribedProcedure[];
  errorCodes: readonly string[];
  call: string;
} {
  return {
    call:
      'POST /v1/functions/<function> {"procedure": name, "input": {…}} → ' +
      '{"ok": true, "value"} | {"ok": false, "error"}',
    errorCodes: ERROR_CODES,
    procedures: Object.entries(procedures).map(([name, { summary, audience, kind, input, output }]) => ({
      name,
      function: functionOf(name),
      summary,
      audience,
      kind,
      input: z.toJSONSchema(input, { io: 'input' }),
      output: z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' }),
    })),
  };
}
