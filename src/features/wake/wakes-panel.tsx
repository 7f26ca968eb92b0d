/** 唤醒: those of the own division, and making one (WK2). */
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatMoment } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { wakeRoute } from '@/lib/routes';
import { importDivisionOf, useMe } from '@/lib/use-me';
import { usePages } from '@/lib/use-pages';
import { Columns, Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { MakeForm } from './make-form';
import { peopleText, phaseOf, WINDOW_WORDS } from './wake-words';

export function WakesPanel() {
  const own = importDivisionOf(useMe().data);
  return <Columns main={<Wakes />} aside={own === null ? null : <MakeForm key={own} own={own} />} />;
}

function Wakes() {
  const pages = usePages('wake.list', 'mine', (cursor) => ({ cursor }));
  return (
    <Section title="做过的唤醒">
      <Paragraph isSoft>
        注册了还没来服务的人，先清点，再邀请。邀请里是最多三个合适的场次，来不来由本人决定。
      </Paragraph>
      <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
        {(found) => {
          const wakes = found.flatMap((page) => page.wakes);
          if (wakes.length === 0)
            return <EmptyState icon="people" title="还没有做过" text="选好条件，先清点看看有多少人。" />;
          return (
            <List>
              {wakes.map((wake) => {
                const { text, tone } = phaseOf(wake);
                return (
                  <ListRow
                    key={wake.wakeId}
                    title={wake.title}
                    detail={[
                      `${wake.divisionName} · ${WINDOW_WORDS[wake.window]}`,
                      `${formatMoment(wake.madeAt)} · 可邀请 ${peopleText(wake.counts.invitable)}`,
                    ]}
                    value={<Tag tone={tone}>{text}</Tag>}
                    onPress={() => openRoute(wakeRoute(wake.wakeId))}
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
