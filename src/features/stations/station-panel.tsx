/** 一个实践站点: what the code on its poster opens – where it is, and what one can join in. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { ActivityRows } from '@/lib/activity-rows';
import { openRoute } from '@/lib/open-route';
import { homeRoute, posterRoute } from '@/lib/routes';
import { isOrganiser, useMe } from '@/lib/use-me';
import { SendLink } from '@/lib/share-panel';
import { useProcedure } from '@/lib/use-procedure';
import { useShareLink } from '@/lib/use-share-link';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { STATION_LEVEL_WORDS } from './station-words';

const wayOn = { text: '回首页看活动', onPress: () => openRoute(homeRoute) };

export function StationPanel({ stationId }: { stationId: string }) {
  const answer = useProcedure('station.getStation', { stationId });
  const name = answer.data?.station.name;
  const link = { kind: 'station', stationId } as const;
  useShareLink(name === undefined ? undefined : { link, title: `${name}的志愿服务` });
  const mayPrint = isOrganiser(useMe().data);
  return (
    <Answer of={answer} wayOn={wayOn} skeleton={<CardSkeleton lines={6} />}>
      {({ station, activities }) => {
        const { name, level, divisionName, address, managerName, state } = station;
        return (
          <>
            <Card>
              <Row isSpread>
                <Heading level={2}>{name}</Heading>
                <Tag tone={state === 'open' ? 'green' : 'plain'}>
                  {state === 'open' ? STATION_LEVEL_WORDS[level] : '已停用'}
                </Tag>
              </Row>
              <Paragraph>{`${divisionName} · ${address}`}</Paragraph>
              {managerName === null ? null : <Paragraph isSoft>{`负责人 ${managerName}`}</Paragraph>}
              {mayPrint && state === 'open' ? (
                <Button kind="secondary" icon="picture" onPress={() => openRoute(posterRoute(link))}>
                  海报、台卡
                </Button>
              ) : null}
              <SendLink link={link} />
            </Card>
            <Section title="这里的志愿服务">
              {activities.length === 0 ? (
                <EmptyState
                  icon="place"
                  title="最近没有活动"
                  text="有新活动时会列在这里；也可以看看全市的活动。"
                  next={wayOn}
                />
              ) : (
                <ActivityRows activities={activities} />
              )}
            </Section>
          </>
        );
      }}
    </Answer>
  );
}
