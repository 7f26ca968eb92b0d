import type { Judge } from './finding';
import { scriptJudges } from './scripts';
import { structureJudges } from './structure';
import { templateJudges } from './templates';
import { uploaderJudges } from './uploader';

/** From the cheapest to the dearest. */
export const judges: readonly Judge[] = [
  ...structureJudges,
  ...templateJudges,
  ...scriptJudges,
  ...uploaderJudges,
];
