/** 补录 one below the other, with what can be done with each: looking closer, or a deed that asks first. */
import { useState, type ReactNode } from 'react';

import type { SupplementView } from '@contract/supplement.contract';
import { useNow } from '@/lib/use-now';
import { Table, type TableProps } from '@/ui/table';

import { DetailSheet } from './detail-sheet';
import { SupplementCard } from './supplement-card';

type Asked<Case, Deed> = { readonly one: Case; readonly deed: Deed | 'detail' };

interface CaseTable<Case, Deed> extends Pick<TableProps<Case>, 'label' | 'onMore' | 'selection'> {
  readonly columns: (now: number) => TableProps<Case>['columns'];
  readonly deeds: (one: Case, onDeed: (deed: Deed | 'detail') => void) => ReactNode;
}

interface CaseListProps<Case, Deed> {
  /** in a wide window; without it cards everywhere */
  readonly table?: CaseTable<Case, Deed>;
  readonly cases: readonly Case[];
  readonly supplementOf: (one: Case) => SupplementView;
  /** the foot of a card: `onDeed` opens the dialogue, or with `detail` the evidence */
  readonly deeds: (one: Case, onDeed: (deed: Deed | 'detail') => void, now: number) => ReactNode;
  readonly dialog: (one: Case, deed: Deed, onClose: () => void) => ReactNode;
}

export function CaseList<Case, Deed extends string>(props: CaseListProps<Case, Deed>) {
  const { cases, supplementOf, deeds, dialog, table } = props;
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Asked<Case, Deed> | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  const card = (one: Case) => (
    <SupplementCard key={supplementOf(one).supplementId} supplement={supplementOf(one)} now={now}>
      {deeds(one, (deed) => setAsked({ one, deed }), now)}
    </SupplementCard>
  );
  return (
    <>
      {table === undefined ? (
        cases.map(card)
      ) : (
        <Table
          {...table}
          rows={cases}
          columns={table.columns(now)}
          keyOf={(one) => supplementOf(one).supplementId}
          nameOf={(one) => `${supplementOf(one).maskedName} ${supplementOf(one).title}`}
          card={card}
          onOpen={(one) => setAsked({ one, deed: 'detail' })}
          deeds={(one) => table.deeds(one, (deed) => setAsked({ one, deed }))}
        />
      )}
      {asked === null ? null : asked.deed === 'detail' ? (
        <DetailSheet supplementId={supplementOf(asked.one).supplementId} onClose={close} />
      ) : (
        dialog(asked.one, asked.deed, close)
      )}
    </>
  );
}
