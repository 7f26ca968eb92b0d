import { entryJudges } from './entry';
import type { Judge } from './finding';
import { scriptJudges } from './scripts';
import { structureJudges } from './structure';
import { templateJudges } from './templates';
import { uploadOptionsJudge } from './upload-options';
import { uploaderJudges } from './uploader';

/** From the cheapest to the dearest. */
export const judges: readonly Judge[] = [
  ...structureJudges,
  ...entryJudges,
  ...templateJudges,
  ...scriptJudges,
  uploadOptionsJudge,
  ...uploaderJudges,
];
