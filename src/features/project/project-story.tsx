/** 项目故事: what a passer-by reads, registered or not. */
import type { OutputOf } from '@contract/procedures';
import { ActivityRows } from '@/lib/activity-rows';
import { formatRatio, ratioOf } from '@domain/statistics/ratio';
import { formatAsOf, formatCount, formatDay } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { honoursRoute } from '@/lib/routes';
import { Pictures } from '@/lib/pictures';
import { SharePanel } from '@/lib/share-panel';
import { Card, Columns, Paragraph, Section, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, Image, View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { OutcomeChart } from './outcome-chart';
import { ProjectTags } from './project-cards';
import { ProjectLineage, ProjectWork } from './project-lineage';
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
            {story.outcome === null ? null : (
              <OutcomeChart name={story.outcomeName} outcome={story.outcome} />
            )}
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
                {story.story.length === 0 ? (
                  <Paragraph isSoft>这里的故事还在发生，写好后会出现在这里。</Paragraph>
                ) : null}
                <Pictures pictures={story.pictures} />
                {story.story.map((paragraph) => (
                  <Paragraph key={paragraph}>{paragraph}</Paragraph>
                ))}
              </Card>
            </Section>
            {story.safeguards === '' ? null : (
              <Section title="安全保障">
                <Card>
                  <Paragraph>{story.safeguards}</Paragraph>
                </Card>
              </Section>
            )}
          </>
        }
        aside={
          <>
            <Figures figures={story.figures} />
            <Facts story={story} />
            <ProjectLineage story={story} />
            <ProjectWork projectId={project.projectId} />
            <SharePanel link={{ kind: 'project', projectId: project.projectId }} what="项目" />
          </>
        }
      />
    </>
  );
}

function Figures({ figures }: { figures: Story['figures'] }) {
  if (figures === null) return null;
  const { minutes, volunteerCount, returnerCount, shiftCount, placeCount, asOf } = figures;
  return (
    <Section title="已经做了多少">
      <List>
        <ListRow title="服务时长" value={`${formatCount(Math.floor(minutes / 60))} 小时`} />
        <ListRow title="参与过的志愿者" value={`${formatCount(volunteerCount)} 人`} />
        <ListRow title="其中再次参与" value={returnersOf(returnerCount, volunteerCount)} />
        <ListRow title="举办的场次" value={`${formatCount(shiftCount)} 场`} />
        <ListRow title="服务过的社区（村）" value={`${formatCount(placeCount)} 个`} />
      </List>
      <Paragraph isSoft isSmall>{`${formatAsOf(asOf)}，同一个人只算一次。`}</Paragraph>
    </Section>
  );
}

/** BP13 留存: of everybody who took part, who came on another day again. */
function returnersOf(returnerCount: number | null, volunteerCount: number): string {
  if (returnerCount === null) return '—（人数太少，不公开）';
  const share = formatRatio(ratioOf(returnerCount, volunteerCount));
  return `${formatCount(returnerCount)} 人 · ${share}`;
}

function Facts({ story }: { story: Story }) {
  const { accreditation, activityCount, outcomeName, teamName, project } = story;
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
        <ListRow
          icon="star"
          title="表彰"
          detail="这个项目和实施队伍得到的"
          onPress={() => openRoute(honoursRoute(project.projectId))}
        />
      </List>
    </Section>
  );
}
