/** 项目故事 (BP10). Project, grants and account at once, then a transaction of a read and a write. */
import { rejected } from '@domain/kernel/result';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { managedProject } from './managed-project';

export const editStory: Handler<'project.editStory'> = async ({ projectId, story, safeguards }, context) => {
  const managed = await managedProject(context, projectId);
  if ('kind' in managed) return managed;
  const { database, platform } = context.ports;
  const verdict = await platform.checkContent(requireOpenId(context), [...story, safeguards].join('\n'));
  if (verdict !== 'pass') return rejected('activity.contentRefused');
  return database.transaction(async (transaction) => {
    const project = await transaction.get('projects', projectId);
    if (project === null) return rejected('project.notFound');
    await transaction.put('projects', { ...project, story, safeguards });
    return { story, safeguards };
  });
};
