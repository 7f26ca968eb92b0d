/** Where a project comes from and went to (BP9), and the ways on for who runs projects. */
import type { OutputOf } from '@contract/procedures';
import type { ProjectId } from '@domain/kernel/identifiers';
import { openRoute } from '@/lib/open-route';
import { brandDeskRoute, kitRoute, posterRoute, projectRoute, spreadRoute, storyRoute } from '@/lib/routes';
import { isOffice, mayApprove, useMe } from '@/lib/use-me';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

type Story = OutputOf<'project.getProject'>;

export function ProjectLineage({ story: { clonedFrom, clones } }: { story: Story }) {
  if (clonedFrom === null && clones.length === 0) return null;
  return (
    <Section title="来历">
      <List>
        {clonedFrom === null ? null : (
          <ListRow
            title={`由${clonedFrom.divisionName}“${clonedFrom.title}”复制而来`}
            onPress={() => openRoute(projectRoute(clonedFrom.projectId))}
          />
        )}
        {clones.map(({ projectId, divisionName }) => (
          <ListRow
            key={projectId}
            title={`已复制到${divisionName}`}
            onPress={() => openRoute(projectRoute(projectId))}
          />
        ))}
      </List>
    </Section>
  );
}

export function ProjectWork({ projectId }: { projectId: ProjectId }) {
  const me = useMe().data;
  if (!mayApprove(me)) return null;
  return (
    <Section title="管理">
      <List>
        <ListRow
          icon="organise"
          title="项目工作台"
          detail="取样、阶段、认定"
          onPress={() => openRoute(brandDeskRoute(projectId))}
        />
        <ListRow icon="picture" title="改写项目故事" onPress={() => openRoute(storyRoute(projectId))} />
        <ListRow
          icon="share"
          title="推广"
          detail="文章、菜单、短信里怎么放"
          onPress={() => openRoute(spreadRoute({ kind: 'project', projectId }))}
        />
        <ListRow
          icon="picture"
          title="海报、台卡"
          onPress={() => openRoute(posterRoute({ kind: 'project', projectId }))}
        />
        {isOffice(me) ? (
          <ListRow
            icon="share"
            title="复制到别的县"
            detail="做法带走，人和数字不带"
            onPress={() => openRoute(kitRoute(projectId))}
          />
        ) : null}
      </List>
    </Section>
  );
}
