/** Eight brand projects for the demo city: texts invented for it, and their documents say so. */
import type { DemoBrandProject } from './brand-project-text';
import { CARE_STORIES } from './brand-stories-care';
import { PLACE_STORIES } from './brand-stories-place';

export const BRAND_PROJECTS: readonly DemoBrandProject[] = [...PLACE_STORIES, ...CARE_STORIES];
