/** The projects one runs, to go on to the desk of one. */
import { Answer } from '@/lib/answer';
import { openRoute } from '@/lib/open-route';
import { brandDeskRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

export function ProjectChoice() {
  const found = useProcedure('activity.listOrganisedProjects', {});
  return (
    <Answer of={found}>
      {({ projects }) =>
        projects.length === 0 ? (
          <EmptyState
            icon="projects"
            title="您还没有可管理的项目"
            text="请联系所在队伍或县文明实践中心，把项目交给您的队伍。"
          />
        ) : (
          <Section title="选一个项目">
            <List>
              {projects.map(({ projectId, title, divisionName }) => (
                <ListRow
                  key={projectId}
                  icon="projects"
                  title={title}
                  detail={divisionName}
                  onPress={() => openRoute(brandDeskRoute(projectId))}
                />
              ))}
            </List>
          </Section>
        )
      }
    </Answer>
  );
}
