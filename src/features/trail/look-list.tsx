import { useState } from 'react';

import type { LookFilter, LookView } from '@contract/trail.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatMoment } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { List, ListRow } from '@/ui/list';
import { Sheet } from '@/ui/sheet';
import { EmptyState } from '@/ui/states';

import { OriginRows } from './origin-rows';
import type { Stretch } from './trail-filters';
import type { Shown } from './trail-panel';
import { daysOf, TrailTable } from './trail-row';

interface LookListProps {
  readonly filter: LookFilter;
  readonly stretch: Stretch;
  readonly onShow: (shown: Shown<LookFilter>) => void;
}

export function LookList({ filter, stretch, onShow }: LookListProps) {
  const [opened, setOpened] = useState<LookView | null>(null);
  const pages = usePages('trail.listLooks', JSON.stringify([filter, stretch]), (cursor) => ({
    ...{ filter, cursor },
    ...daysOf(stretch),
  }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={8} />}>
      {(found) => {
        const looks = found.flatMap((page) => page.looks);
        if (looks.length === 0)
          return <EmptyState icon="info" title="没有查看记录" text="谁查看了志愿者的资料，会列在这里。" />;
        return (
          <>
            <TrailTable
              label="查看记录"
              heads={['时间', '谁', '看了什么', '多少人']}
              rows={looks}
              keyOf={({ lookId }) => lookId}
              nameOf={(look) => `${look.deedName} ${formatMoment(look.at)}`}
              cellsOf={(look) => [
                formatMoment(look.at),
                look.actorName === '' ? '办公室' : look.actorName,
                look.deedName,
                `${formatCount(look.personCount)} 人`,
              ]}
              onOpen={setOpened}
              onMore={pages.hasMore ? pages.loadMore : undefined}
            />
            <MoreButton of={pages} />
            {opened === null ? null : (
              <LookSheet
                look={opened}
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

interface LookSheetProps {
  readonly look: LookView;
  readonly onClose: () => void;
  readonly onShow: (shown: Shown<LookFilter>) => void;
}
function LookSheet({ look, onClose, onShow }: LookSheetProps) {
  const { actorId, actorName, personNumbers, personCount } = look;
  const rest = personCount - personNumbers.length;
  return (
    <Sheet isOpen title={look.deedName} onClose={onClose}>
      <List>
        <ListRow title="谁" detail={actorName === '' ? '办公室' : actorName} />
        <ListRow title="时间" detail={formatMoment(look.at)} />
        <OriginRows origin={look} />
        <ListRow
          title="看了谁"
          detail={[...personNumbers, ...(rest > 0 ? [`等 ${formatCount(rest)} 人`] : [])]}
        />
      </List>
      <Button
        kind="secondary"
        onPress={() => onShow({ filter: { by: 'actor', value: actorId }, words: actorName })}
      >
        只看此人的
      </Button>
    </Sheet>
  );
}
