/** 项目: all brand projects, page by page. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { brandCountiesRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/states';
import { Grid, Paragraph, Row } from '@/ui/layout';

import emptyPicture from '@/assets/empty.png';

import { ProjectCards } from './project-cards';

export function ProjectList() {
  const pages = usePages('project.listBrandProjects', '', (cursor) => ({ cursor }));
  return (
    <Answer of={pages} skeleton={<PictureSkeletons />}>
      {(found) => {
        const projects = found.flatMap((page) => page.projects);
        if (projects.length === 0) {
          return (
            <EmptyState
              picture={emptyPicture}
              title="还没有认定的品牌项目"
              text="各县认定品牌项目后，会带着图片和故事出现在这里。"
            />
          );
        }
        return (
          <>
            <Paragraph isSoft>经过认定、长期开展的志愿服务项目，欢迎您加入。</Paragraph>
            <Row>
              <Button kind="secondary" onPress={() => openRoute(brandCountiesRoute)}>
                看地图，按县看
              </Button>
            </Row>
            <ProjectCards projects={projects} />
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

export function PictureSkeletons() {
  return (
    <Grid minWidthPx={260}>
      <CardSkeleton hasPicture lines={2} />
      <CardSkeleton hasPicture lines={2} />
      <CardSkeleton hasPicture lines={2} />
    </Grid>
  );
}
