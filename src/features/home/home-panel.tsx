/** 首页: my next deed, the city's three numbers, brand projects, what is coming. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { ActivityRows } from '@/lib/activity-rows';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { nearbyRoute, projectRoute, projectsRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Columns, Grid, Section } from '@/ui/layout';
import { PictureCard } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { CityFigures } from './city-figures';
import { CorrectableNotice } from './correctable-notice';
import { Filing } from './filing';
import { Hero } from './hero';
import { InvitationNotice } from './invitation-notice';
import { NextDeed } from './next-deed';
import { RoleEntries } from '@/lib/role-entries';

/** Two fill a row of a wide window and keep a phone's screen short. */
const PICTURES = 2;

export function HomePanel() {
  const city = useProcedure('system.getCity', {}, { isKept: true });
  return (
    <>
      <Hero cityName={city.data?.cityName} />
      <Columns
        main={
          <>
            <CorrectableNotice />
            <NextDeed />
            <InvitationNotice />
            <RoleEntries />
            <CityFigures city={city} />
            <BrandProjects />
          </>
        }
        aside={<UpcomingActivities />}
      />
      <Filing />
    </>
  );
}

function BrandProjects() {
  const answer = useProcedure('project.listBrandProjects', { cursor: null }, { isKept: true });
  return (
    <Section
      title="品牌项目"
      action={
        <Button kind="text" label="看全部品牌项目" onPress={() => openRoute(projectsRoute)}>
          看全部
        </Button>
      }
    >
      <Answer of={answer} skeleton={<CardSkeleton hasPicture lines={2} />}>
        {({ projects }) =>
          projects.length === 0 ? (
            <Card>
              <EmptyState icon="picture" title="还没有认定的品牌项目" text="各县认定后会出现在这里。" />
            </Card>
          ) : (
            <Grid minWidthPx={220}>
              {projects.slice(0, PICTURES).map((project) => (
                <PictureCard
                  key={project.projectId}
                  picture={project.pictureUrl}
                  pictureText={`${project.title}的服务场景`}
                  title={project.title}
                  detail={project.goal}
                  onPress={() => openRoute(projectRoute(project.projectId))}
                />
              ))}
            </Grid>
          )
        }
      </Answer>
    </Section>
  );
}

function UpcomingActivities() {
  const pages = usePages('activity.listUpcomingActivities', 'everywhere', (cursor) => ({
    countyCode: null,
    projectId: null,
    cursor,
  }));
  return (
    <Section
      title="近期活动"
      action={
        <Button kind="text" onPress={() => openRoute(nearbyRoute)}>
          看附近的
        </Button>
      }
    >
      <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
        {(found) => {
          const activities = found.flatMap((page) => page.activities);
          if (activities.length === 0) {
            return (
              <Card>
                <EmptyState
                  icon="time"
                  title="近期还没有活动"
                  text="新的活动发布后会出现在这里，可以先看看品牌项目。"
                />
              </Card>
            );
          }
          return (
            <>
              <ActivityRows activities={activities} />
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}
