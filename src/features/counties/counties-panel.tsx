/** 按县看: a tile for each county, gold where there are brands; a press opens its list below. */
import { useState } from 'react';

import type { OutputOf } from '@contract/procedures';
import { Answer } from '@/lib/answer';
import { openRoute } from '@/lib/open-route';
import { projectRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Pressable, Text, View } from '@/ui/primitives';

import './counties.scss';

type Counties = OutputOf<'project.listByCounty'>;
type Brand = Counties['cityProjects'][number];

export function CountiesPanel() {
  const found = useProcedure('project.listByCounty', {});
  return <Answer of={found}>{(data) => <Overview data={data} />}</Answer>;
}

function Overview({ data: { counties, cityProjects } }: { data: Counties }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const covered = counties.filter(({ projects }) => projects.length > 0).length;
  const county = counties.find(({ divisionCode }) => divisionCode === chosen);
  return (
    <>
      <Paragraph>
        {`${String(counties.length)} 个县（市）里有 ${String(covered)} 个有品牌项目。点一个县，看它的项目。`}
      </Paragraph>
      <View className="xf-counties">
        {counties.map(({ divisionCode, name, projects }) => (
          <Pressable
            key={divisionCode}
            className={tileClass(projects.length > 0, divisionCode === chosen)}
            pressed={divisionCode === chosen}
            label={`${name} ${String(projects.length)} 个`}
            onPress={() => setChosen(divisionCode)}
          >
            <Text>{name}</Text>
            <Text className="xf-county__count">{String(projects.length)}</Text>
          </Pressable>
        ))}
      </View>
      {county === undefined ? null : <Brands title={county.name} projects={county.projects} />}
      {cityProjects.length === 0 ? null : <Brands title="全市" projects={cityProjects} />}
    </>
  );
}

function tileClass(hasSome: boolean, isChosen: boolean): string {
  return `xf-county ${hasSome ? 'xf-county--some' : ''} ${isChosen ? 'xf-county--chosen' : ''}`;
}

function Brands({ title, projects }: { title: string; projects: readonly Brand[] }) {
  return (
    <Section title={title}>
      {projects.length === 0 ? (
        <Paragraph isSoft>还没有品牌项目。别的县的做法可以由县级办公室复制过来。</Paragraph>
      ) : (
        <List>
          {projects.map((project) => (
            <ListRow
              key={project.projectId}
              icon="star"
              title={project.title}
              onPress={() => openRoute(projectRoute(project.projectId))}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
