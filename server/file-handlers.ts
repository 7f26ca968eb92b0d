/** Of pictures and attachments; part of `handlers`. */
import { addAttachmentPart, getAttachmentAddress, removeAttachment } from './attachment/attachments';
import { addPicturePart } from './picture/add-picture';
import { arrangePictures } from './picture/arrange-pictures';

export const fileHandlers = {
  'picture.addPart': addPicturePart,
  'picture.arrange': arrangePictures,
  'attachment.addPart': addAttachmentPart,
  'attachment.remove': removeAttachment,
  'attachment.getAddress': getAttachmentAddress,
} as const;
