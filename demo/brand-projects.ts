/** Eight brand projects for the demo city: texts invented for demonstration, and marked so in their documents. */
import type { DemoBrandProject } from './brand-project-text';
import { CARE_STORIES } from './brand-stories-care';
import { PLACE_STORIES } from './brand-stories-place';

export const BRAND_PROJECTS: readonly DemoBrandProject[] = [...PLACE_STORIES, ...CARE_STORIES];
