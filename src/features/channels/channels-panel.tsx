/** 渠道成效 (VI6): what came of articles, posters and messages, as a funnel and as tables. */
import { useState } from 'react';

import type { ChannelFiguresView, ContentRowView } from '@contract/channel.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { channelName } from '@/lib/channel-words';
import { formatAsOf, formatCount } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { activityRoute, channelsRoute, projectRoute, stationRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { DefinitionSheet } from '@/ui/sheet';
import { EmptyState } from '@/ui/states';

import { CHANNEL_DEFINITION } from './channel-definitions';
import { CountedTable, type CountedRow } from './counted-table';
import { Funnel } from './funnel';
import { monthsOf, monthsText, PERIODS, type Months, type PeriodChoice } from './period';
import './channels.scss';

type Asked = Months & { readonly divisionCode: string | null };

/** `divisionCode` null: of the office that asks. */
export function ChannelsPanel({ divisionCode }: { divisionCode: string | null }) {
  const [choice, setChoice] = useState<PeriodChoice>('threeMonths');
  const asked: Asked = { divisionCode, ...monthsOf(choice, serverNow()) };
  const answer = useProcedure('reach.getChannelFigures', asked);
  return (
    <>
      <Segmented label="看哪段时间" value={choice} options={PERIODS} onChange={setChoice} />
      <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
        {(figures) => (
          <>
            <Summary figures={figures} months={asked} />
            <Tables figures={figures} asked={asked} />
          </>
        )}
      </Answer>
    </>
  );
}

function Summary({ figures, months }: { figures: ChannelFiguresView; months: Months }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <Heading level={2}>{`${figures.divisionName} · ${monthsText(months)}`}</Heading>
      <Paragraph isSoft isSmall>
        {`${formatAsOf(figures.asOf)}。打开记的是次数，不是人数。`}
      </Paragraph>
      <Funnel counts={figures.total} />
      <Button kind="text" icon="info" onPress={() => setOpen(true)}>
        这些数怎么算
      </Button>
      <DefinitionSheet definition={CHANNEL_DEFINITION} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Tables({ figures, asked }: { figures: ChannelFiguresView; asked: Asked }) {
  if (figures.channelCount === 0 && figures.parts.length === 0) {
    return (
      <EmptyState
        icon="share"
        title="这段时间还没有人从链接来"
        text="在项目或活动的“推广”里取带渠道的链接，放进文章、海报和短信，来的人会数在这里。"
      />
    );
  }
  return (
    <>
      <Section title={`按渠道（${formatCount(figures.channelCount)}）`}>
        <Channels key={JSON.stringify(asked)} asked={asked} />
      </Section>
      {figures.parts.length === 0 ? null : (
        <Section title="按县（市）">
          <CountedTable label="各县（市）" head="县（市）" rows={partRows(figures)} />
        </Section>
      )}
      <Section
        title={`${figures.parts.length === 0 ? '' : '市本级'}按内容（${formatCount(figures.contentCount)}）`}
      >
        <Contents key={JSON.stringify(asked)} asked={asked} />
      </Section>
    </>
  );
}

function partRows({ divisionCode: own, parts }: ChannelFiguresView): CountedRow[] {
  return parts.map(({ divisionCode, name, counts }) => ({
    key: divisionCode,
    name: divisionCode === own ? '市本级' : name,
    counts,
    ...(divisionCode === own ? {} : { onOpen: () => openRoute(channelsRoute(divisionCode)) }),
  }));
}

function Channels({ asked }: { asked: Asked }) {
  const pages = usePages('reach.listChannels', JSON.stringify(asked), (cursor) => ({ ...asked, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const rows = found.flatMap((page) => page.rows);
        const counted = rows.map(({ channel, counts }) => ({
          ...{ key: channelName(channel), name: channelName(channel), counts },
        }));
        return <Rows label="各个渠道" head="渠道" rows={counted} pages={pages} />;
      }}
    </Answer>
  );
}

const KIND_WORDS: Readonly<Record<ContentRowView['kind'], string>> = {
  project: '项目',
  activity: '活动',
  station: '站点',
  invitation: '邀请',
  statistics: '全市',
};

function openContent({ kind, id }: ContentRowView): (() => void) | undefined {
  if (kind === 'project') return () => openRoute(projectRoute(id));
  if (kind === 'activity') return () => openRoute(activityRoute(id));
  return kind === 'station' ? () => openRoute(stationRoute(id)) : undefined;
}

function Contents({ asked }: { asked: Asked }) {
  const pages = usePages('reach.listContents', JSON.stringify(asked), (cursor) => ({ ...asked, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const rows = found
          .flatMap((page) => page.rows)
          .map((row): CountedRow => {
            const onOpen = openContent(row);
            const { kind, id, title: name, counts } = row;
            const words = { key: `${kind}:${id}`, name, kind: KIND_WORDS[kind], counts };
            return onOpen === undefined ? words : { ...words, onOpen };
          });
        return <Rows label="各项内容" head="内容" rows={rows} pages={pages} />;
      }}
    </Answer>
  );
}

interface RowsProps {
  readonly label: string;
  readonly head: string;
  readonly rows: readonly CountedRow[];
  readonly pages: Parameters<typeof MoreButton>[0]['of'];
}

function Rows({ label, head, rows, pages }: RowsProps) {
  if (rows.length === 0) return <Paragraph isSoft>这段时间没有。</Paragraph>;
  return (
    <>
      <CountedTable
        label={label}
        head={head}
        rows={rows}
        onMore={pages.hasMore ? pages.loadMore : undefined}
      />
      <MoreButton of={pages} />
    </>
  );
}
