/** What organisers do to activities that are published, by wire names; part of `procedures`. */
import { addAttachmentPart, getAttachmentAddress, removeAttachment } from './attachment.contract';
import { changeShift, changeText } from './change.contract';
import { listNearby } from './nearby.contract';
import { addPicturePart, arrangePictures } from './picture.contract';

export const activityProcedures = {
  'activity.changeShift': changeShift,
  'activity.changeText': changeText,
  'picture.addPart': addPicturePart,
  'picture.arrange': arrangePictures,
  'attachment.addPart': addAttachmentPart,
  'attachment.remove': removeAttachment,
  'attachment.getAddress': getAttachmentAddress,
  'activity.listNearby': listNearby,
} as const;
