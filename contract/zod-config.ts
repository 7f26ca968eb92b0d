/**
 * Imported before the first schema is made. Mini-programs forbid `new Function`, and zod's own probe is not
 * to be trusted there, so its compiled path is on in Node only, where it parses documents twice as fast.
 * (`import * as z` beside it keeps bundles small: a re-exported namespace would pull in all of zod.)
 */
import * as z from 'zod';

/** A `process` that somebody put there is a plain object. */
const isNode =
  'process' in globalThis && Object.prototype.toString.call(globalThis.process) === '[object process]';

z.config({ jitless: !isNode });
