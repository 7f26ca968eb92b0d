/**
 * The one door to zod. Mini-programs forbid `new Function`, and zod's own probe is not to be trusted there, so the
 * compiled path is switched off before the first schema exists. Everything else imports `z` from here.
 */
import * as z from 'zod';

z.config({ jitless: true });

export * as z from 'zod';
