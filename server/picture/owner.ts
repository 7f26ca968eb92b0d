/** What pictures belong to: an activity, or a project's story; its document holds their list. */
import type { ActivityId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { PictureOwner, PictureView } from '@contract/picture.contract';
import { mayOrganise } from '../kernel/actor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { RequestContext } from '../kernel/procedure';
import { managedProject } from '../project/managed-project';

type Owner = Pick<StoredDocument<'activities'>, 'pictures'>;
export type Picture = NonNullable<Owner['pictures']>[number];
type NotThere = 'activity.notFound' | 'project.notFound';

export function picturesOf({ pictures = [] }: Owner): readonly Picture[] {
  return pictures;
}

export function ownerKeyOf(owner: PictureOwner): string {
  return owner.kind === 'activity' ? owner.activityId : owner.projectId;
}

/** For who may edit it: an activity's organisers and offices, a project's team and offices (BP10). */
export async function managedOwner(
  context: RequestContext,
  owner: PictureOwner,
): Promise<Owner | Rejection<NotThere | 'actor.forbidden'>> {
  if (owner.kind === 'project') {
    const managed = await managedProject(context, owner.projectId);
    return 'kind' in managed ? managed : managed.project;
  }
  return managedActivity(context, owner.activityId);
}

/** Two round trips. */
export async function managedActivity(
  context: RequestContext,
  activityId: ActivityId,
): Promise<StoredDocument<'activities'> | Rejection<'activity.notFound' | 'actor.forbidden'>> {
  const activity = await context.ports.database.get('activities', activityId);
  if (activity === null) return rejected('activity.notFound');
  const grants = await context.actor.grants();
  return mayOrganise(grants, activity.teamId, activity.countyCode) ? activity : rejected('actor.forbidden');
}

/** The list anew in one transaction, from the list as it is; what comes of it. */
export function changePictures<Code extends string>(
  ports: Ports,
  owner: PictureOwner,
  change: (pictures: readonly Picture[]) => readonly Picture[] | Rejection<Code>,
): Promise<{ readonly pictures: readonly Picture[] } | Rejection<Code | NotThere>> {
  return ports.database.transaction(async (transaction) => {
    if (owner.kind === 'project') {
      const project = await transaction.get('projects', owner.projectId);
      if (project === null) return rejected('project.notFound');
      const pictures = change(picturesOf(project));
      if ('code' in pictures) return pictures;
      await transaction.put('projects', { ...project, pictures: [...pictures] });
      return { pictures };
    }
    const activity = await transaction.get('activities', owner.activityId);
    if (activity === null) return rejected('activity.notFound');
    const pictures = change(picturesOf(activity));
    if ('code' in pictures) return pictures;
    await transaction.put('activities', { ...activity, pictures: [...pictures] });
    return { pictures };
  });
}

/** No call where there are none, else one for all their addresses. */
export async function toPictureViews(
  { platform }: Pick<Ports, 'platform'>,
  pictures: readonly Picture[],
): Promise<PictureView[]> {
  if (pictures.length === 0) return [];
  const urls = await platform.fileUrls(pictures.flatMap((one) => [one.fileId, one.thumbnailFileId]));
  return pictures.map(({ pictureId, width, height, alt }, index) => ({
    ...{ pictureId, width, height, alt },
    url: urls[2 * index] ?? '',
    thumbnailUrl: urls[2 * index + 1] ?? '',
  }));
}
