/** 名单上的培训 (TR4): who runs the shift sees who lacks what, and whose validity ends before the day. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { STATE_WORDS } from '@/lib/presence-words';
import { standingWords } from '@/lib/training-words';
import { usePages } from '@/lib/use-pages';
import { Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

export function StandingsPanel({ shiftId }: { shiftId: string }) {
  const pages = usePages('training.listStandings', shiftId, (cursor) => ({ shiftId, cursor }));
  return (
    <Section title="谁缺培训">
      <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
        {(found) => {
          const people = found.flatMap((page) => page.people);
          const titles = new Map(found[0]?.courses.map(({ courseId, title }) => [courseId, title]));
          if (titles.size === 0)
            return <EmptyState title="这个场次没有要求培训" text="发布活动时可以写明要先完成哪些培训。" />;
          if (people.length === 0)
            return <EmptyState title="还没有人报名" text="报名的人会在这里，缺培训的会标明。" />;
          return (
            <List>
              {people.map(({ maskedName, state, standings }, place) => {
                const lacking = standings.filter(({ kind }) => kind !== 'held');
                return (
                  <ListRow
                    key={`${maskedName} ${String(place)}`}
                    title={maskedName}
                    detail={[
                      STATE_WORDS[state].text,
                      ...standings.map((one) => {
                        const { tag, detail } = standingWords(one);
                        return `${titles.get(one.courseId) ?? ''}：${one.kind === 'held' ? detail : tag}`;
                      }),
                    ]}
                    value={
                      lacking.length === 0 ? (
                        <Tag tone="green">齐全</Tag>
                      ) : (
                        <Tag tone="red">{`缺 ${String(lacking.length)} 门`}</Tag>
                      )
                    }
                  />
                );
              })}
            </List>
          );
        }}
      </Answer>
      <MoreButton of={pages} />
    </Section>
  );
}
