/** One setting for every property: 1,000 runs, or what the nightly run asks for by `PROPERTY_RUNS=100000`. */
import fc from 'fast-check';

const DEFAULT_RUNS = 1_000;
const asked = Number(process.env['PROPERTY_RUNS'] ?? DEFAULT_RUNS);
if (!Number.isSafeInteger(asked) || asked < 1) throw new Error('PROPERTY_RUNS must be a positive integer');

fc.configureGlobal({ numRuns: asked });
