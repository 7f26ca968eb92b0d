/** The document behind a link: nothing is made for what is not there. */
import type { LinkTarget } from '@contract/reach.contract';
import type { CollectionName } from '../kernel/documents';
import { CITY_SETTINGS_ID } from '../system/city';

export function documentOf(target: LinkTarget): [CollectionName, string] {
  switch (target.kind) {
    case 'project':
      return ['projects', target.projectId];
    case 'activity':
      return ['activities', target.activityId];
    case 'shift':
      return ['shifts', target.shiftId];
    case 'statistics':
      return ['settings', CITY_SETTINGS_ID];
    case 'place':
      return ['placeCodes', target.id];
  }
}
