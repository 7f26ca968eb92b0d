/** What organisers do to activities that are published, by wire names; part of `procedures`. */
import { changeShift, changeText } from './change.contract';
import { listNearby } from './nearby.contract';
import { addPicturePart, arrangePictures } from './picture.contract';

export const activityProcedures = {
  'activity.changeShift': changeShift,
  'activity.changeText': changeText,
  'picture.addPart': addPicturePart,
  'picture.arrange': arrangePictures,
  'activity.listNearby': listNearby,
} as const;
