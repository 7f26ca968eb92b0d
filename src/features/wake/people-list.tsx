/** Whom it is about, masked; every look is on record (RO4), and nobody reads who is in which arm (WK4). */
import { useState } from 'react';

import type { WakeView } from '@contract/wake.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

import { PAST_FIELD_WORDS, OPENING_WORDS, PAST_WORDS, REACH_WORDS } from './wake-words';

export function PeopleList({ wake }: { wake: WakeView }) {
  const [isShown, setShown] = useState(false);
  return (
    <Section title={wake.startedAt === null ? '可以邀请的人' : '分到两组的人'}>
      {isShown ? (
        <People wake={wake} />
      ) : (
        <Card>
          <Paragraph isSoft>姓名只显示一部分；查看会留下记录，本人也能看到。</Paragraph>
          <Button
            kind="secondary"
            onPress={() => {
              setShown(true);
            }}
          >
            看名单
          </Button>
        </Card>
      )}
    </Section>
  );
}

function People({ wake: { wakeId, startedAt } }: { wake: WakeView }) {
  const key = `${wakeId} ${String(startedAt !== null)}`;
  const pages = usePages('wake.listPeople', key, (cursor) => ({ wakeId, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={5} />}>
      {(found) => {
        const people = found.flatMap((page) => page.people);
        return (
          <>
            {people.length === 0 ? <Paragraph isSoft>现在没有。</Paragraph> : null}
            <List>
              {people.map((person, index) => (
                <ListRow
                  key={String(index)}
                  title={`${person.maskedName} · ${person.townshipName}`}
                  detail={[
                    PAST_WORDS[person.past],
                    ...(person.field === null ? [] : [PAST_FIELD_WORDS[person.field]]),
                    OPENING_WORDS[person.opening],
                    REACH_WORDS[person.reachability],
                  ].join(' · ')}
                />
              ))}
            </List>
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}
