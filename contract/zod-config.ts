/**
 * Imported before the first schema is made. Mini-programs forbid `new Function`, and zod's own probe is not
 * to be trusted there, so its compiled path is switched off. (`import * as z` beside it keeps bundles small:
 * a re-exported namespace would pull in all of zod.)
 */
import * as z from 'zod';

z.config({ jitless: true });
