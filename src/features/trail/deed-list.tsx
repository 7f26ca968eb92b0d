import { useState } from 'react';

import type { DeedFilter, DeedView } from '@contract/trail.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatMoment } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { EmptyState } from '@/ui/states';

import { DeedSheet } from './deed-sheet';
import { actorWords, objectWords } from './deed-words';
import { daysOf, TrailTable } from './trail-row';
import type { Stretch } from './trail-filters';
import type { Shown } from './trail-panel';

interface DeedListProps {
  readonly filter: DeedFilter;
  readonly stretch: Stretch;
  readonly onShow: (shown: Shown<DeedFilter>) => void;
}

export function DeedList({ filter, stretch, onShow }: DeedListProps) {
  const [opened, setOpened] = useState<DeedView | null>(null);
  const pages = usePages('trail.listDeeds', JSON.stringify([filter, stretch]), (cursor) => ({
    ...{ filter, cursor },
    ...daysOf(stretch),
  }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={8} />}>
      {(found) => {
        const deeds = found.flatMap((page) => page.deeds);
        if (deeds.length === 0)
          return (
            <EmptyState icon="info" title="没有操作记录" text="组织者和办公室改动了什么，会列在这里。" />
          );
        return (
          <>
            <TrailTable
              label="操作记录"
              heads={['时间', '谁', '做了什么', '对什么']}
              rows={deeds}
              keyOf={({ deedId }) => deedId}
              nameOf={(deed) => `${deed.deedName} ${deed.title}`}
              cellsOf={(deed) => [formatMoment(deed.at), actorWords(deed), deed.deedName, objectWords(deed)]}
              onOpen={setOpened}
              onMore={pages.hasMore ? pages.loadMore : undefined}
            />
            <MoreButton of={pages} />
            {opened === null ? null : (
              <DeedSheet
                deed={opened}
                onClose={() => setOpened(null)}
                onShow={(shown) => {
                  setOpened(null);
                  onShow(shown);
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}
