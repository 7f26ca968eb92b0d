/** 项目故事: what a passer-by reads, registered or not. */
import type { OutputOf } from '@contract/procedures';
import { ActivityRows } from '@/lib/activity-rows';
import { formatCount, formatDay } from '@/lib/format';
import { SharePanel } from '@/lib/share-panel';
import { Card, Columns, Paragraph, Section, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, Image, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { ProjectTags } from './project-cards';
import { ACCREDITATION_WORDS } from './project-words';
import './project.scss';

type Story = OutputOf<'project.getProject'>;

export function ProjectStory({ story }: { story: Story }) {
  const { project, activities } = story;
  return (
    <>
      <Image className="xf-story__picture" src={project.pictureUrl} alt={`${project.title}的服务场景`} />
      <Stack isTight>
        <Heading level={2} className="xf-story__title">
          {project.title}
        </Heading>
        <View className="xf-story__goal">{project.goal}</View>
        <ProjectTags project={project} />
      </Stack>
      <Columns
        main={
          <>
            <Section title="近期活动">
              {activities.length === 0 ? (
                <Card>
                  <EmptyState
                    icon="time"
                    title="近期没有安排"
                    text="新的活动发布后会出现在这里，也可以先看看其他项目。"
                  />
                </Card>
              ) : (
                <ActivityRows activities={activities} />
              )}
            </Section>
            <Section title="项目故事">
              <Card>
                {story.story.map((paragraph) => (
                  <Paragraph key={paragraph}>{paragraph}</Paragraph>
                ))}
              </Card>
            </Section>
          </>
        }
        aside={
          <>
            <Facts story={story} />
            <SharePanel link={{ kind: 'project', projectId: project.projectId }} what="项目" />
          </>
        }
      />
    </>
  );
}

function Facts({ story }: { story: Story }) {
  const { accreditation, activityCount, outcomeName, teamName } = story;
  return (
    <Section title="项目档案">
      <List>
        <ListRow title="实施队伍" value={teamName} />
        <ListRow title="服务成果" value={outcomeName} />
        <ListRow title="累计活动" value={`${formatCount(activityCount)} 场`} />
        {accreditation === null ? null : (
          <ListRow
            icon="star"
            title={ACCREDITATION_WORDS[accreditation.level]}
            detail={[
              `${accreditation.document}，${formatDay(accreditation.validFromDay)}`,
              `${formatDay(accreditation.validToDay)}有效`,
            ].join('至')}
          />
        )}
      </List>
    </Section>
  );
}
