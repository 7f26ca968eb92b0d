/** 附件 (PT5): files one reads before coming; their list lies in the activity's document, as pictures do. */
import { attachmentKindOf, cleanAttachmentName, type AttachmentKind } from '@domain/activity/attachment';
import type { ActivityId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { MAXIMUM_ATTACHMENTS } from '@contract/attachment.contract';
import { attachmentViewsOf } from '../activity/activity-view';
import { visibleActivity } from '../activity/get-activity';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { storePart, wholeFileOf } from '../picture/file-parts';
import { managedActivity } from '../picture/owner';
import { reencode } from '../picture/re-encode';
import { judgePdf } from './judge-pdf';

type Activity = StoredDocument<'activities'>;
type Attachment = NonNullable<Activity['attachments']>[number];

const TOO_MANY = rejected('attachment.tooMany', { maximum: MAXIMUM_ATTACHMENTS });

/**
 * Parts come one after another, the last one last: it makes the file. Round trips: activity and roles; one
 * for the part; with the last also all parts, the checks, the file and a transaction.
 */
export const addAttachmentPart: Handler<'attachment.addPart'> = async (input, context) => {
  const { ports } = context;
  const { activityId, part, partCount } = input;
  const managed = await managedActivity(context, activityId);
  if ('code' in managed) return managed;
  if (part >= partCount) return rejected('attachment.unreadable');
  const key = `${requireOpenId(context)}:${activityId}:${input.requestId}`;
  const attachmentId = ports.secrets.shortId('attachment', key);
  const known = managed.attachments ?? [];
  if (known.some((one) => one.attachmentId === attachmentId)) return { attachmentId };
  if (known.length >= MAXIMUM_ATTACHMENTS) return TOO_MANY;
  await storePart(context, attachmentId, part, input.content);
  const bytes = part < partCount - 1 ? null : await wholeFileOf(ports, attachmentId, partCount);
  if (bytes === null) return { attachmentId: null };
  const made = await makeAttachment(context, { activityId, attachmentId, name: input.name }, bytes);
  if ('code' in made) return made;
  const changed = await changeAttachments(ports, activityId, (attachments) => {
    if (attachments.some((one) => one.attachmentId === attachmentId)) return attachments;
    return attachments.length >= MAXIMUM_ATTACHMENTS ? TOO_MANY : [...attachments, made];
  });
  if (!('code' in changed)) return { attachmentId };
  await ports.platform.removeFile(made.fileId);
  return changed;
};

interface Named {
  readonly activityId: ActivityId;
  readonly attachmentId: string;
  readonly name: string;
}
type Unfit = Rejection<
  'attachment.unreadable' | 'attachment.acting' | 'picture.refused' | 'activity.contentRefused'
>;

/** Checked before anything of it is stored. */
async function makeAttachment(
  context: RequestContext,
  { activityId, attachmentId, name: typed }: Named,
  bytes: Uint8Array,
): Promise<Attachment | Unfit> {
  const { platform } = context.ports;
  const kind = attachmentKindOf(bytes);
  if (kind === null) return rejected('attachment.unreadable');
  const name = cleanAttachmentName(typed, kind);
  if ((await platform.checkContent(requireOpenId(context), name)) !== 'pass') {
    return rejected('activity.contentRefused');
  }
  const content = await fitContent(context, kind, bytes);
  if ('code' in content) return content;
  const ending = kind === 'paper' ? 'pdf' : 'jpg';
  const fileId = await platform.storeFile(`attachments/${activityId}/${attachmentId}.${ending}`, content);
  return { attachmentId, fileId, name, kind, byteCount: content.length };
}

/** A picture is drawn anew and looked at, as every other (PT1, PT2); a PDF has nothing that acts. */
async function fitContent(
  { ports: { platform } }: RequestContext,
  kind: AttachmentKind,
  bytes: Uint8Array,
): Promise<Uint8Array | Unfit> {
  if (kind === 'paper') {
    const verdict = judgePdf(bytes);
    if (verdict === 'fit') return bytes;
    return rejected(verdict === 'acting' ? 'attachment.acting' : 'attachment.unreadable');
  }
  const drawn = reencode(bytes);
  if (typeof drawn === 'string') return rejected('attachment.unreadable');
  return (await platform.checkPicture(drawn.thumbnail)) === 'pass'
    ? drawn.picture
    : rejected('picture.refused');
}

/** The list anew in one transaction, from the list as it is; what comes of it. */
function changeAttachments<Code extends string>(
  { database }: Pick<Ports, 'database'>,
  activityId: ActivityId,
  change: (attachments: readonly Attachment[]) => readonly Attachment[] | Rejection<Code>,
): Promise<{ readonly activity: Activity } | Rejection<Code | 'activity.notFound'>> {
  return database.transaction(async (transaction) => {
    const activity = await transaction.get('activities', activityId);
    if (activity === null) return rejected('activity.notFound');
    const before = activity.attachments ?? [];
    const attachments = change(before);
    if ('code' in attachments) return attachments;
    // One more, one fewer, or nothing to write.
    if (attachments.length === before.length) return { activity };
    const next = { ...activity, attachments: [...attachments] };
    await transaction.put('activities', next);
    return { activity: next };
  });
}

/** Sent again it finds the list without it. The file is removed after the list no longer names it. */
export const removeAttachment: Handler<'attachment.remove'> = async (input, context) => {
  const { activityId, attachmentId } = input;
  const managed = await managedActivity(context, activityId);
  if ('code' in managed) return managed;
  const removed: Attachment[] = [];
  const changed = await changeAttachments<never>(context.ports, activityId, (attachments) => {
    removed.splice(0, removed.length, ...attachments.filter((one) => one.attachmentId === attachmentId));
    return attachments.filter((one) => one.attachmentId !== attachmentId);
  });
  if ('code' in changed) return changed;
  for (const { fileId } of removed) await context.ports.platform.removeFile(fileId);
  return { attachments: attachmentViewsOf(changed.activity) };
};

/** Round trips: the activity, roles, the address, which the platform signs for a while. */
export const getAttachmentAddress: Handler<'attachment.getAddress'> = async (
  { activityId, attachmentId },
  context,
) => {
  const visible = await visibleActivity(context, activityId);
  const found = visible?.activity.attachments?.find((one) => one.attachmentId === attachmentId);
  if (found === undefined) return rejected('attachment.notFound');
  const [url = ''] = await context.ports.platform.fileUrls([found.fileId]);
  return { url, name: found.name };
};
