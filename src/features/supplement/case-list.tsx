/** 补录 one below the other, with what can be done with each: looking closer, or a deed that asks first. */
import { useState, type ReactNode } from 'react';

import type { SupplementView } from '@contract/supplement.contract';
import { useNow } from '@/lib/use-now';

import { DetailSheet } from './detail-sheet';
import { SupplementCard } from './supplement-card';

type Asked<Case, Deed> = { readonly one: Case; readonly deed: Deed | 'detail' };

interface CaseListProps<Case, Deed> {
  readonly cases: readonly Case[];
  readonly supplementOf: (one: Case) => SupplementView;
  /** the foot of a card: `onDeed` opens the dialogue, or with `detail` the evidence */
  readonly deeds: (one: Case, onDeed: (deed: Deed | 'detail') => void, now: number) => ReactNode;
  readonly dialog: (one: Case, deed: Deed, onClose: () => void) => ReactNode;
}

export function CaseList<Case, Deed extends string>(props: CaseListProps<Case, Deed>) {
  const { cases, supplementOf, deeds, dialog } = props;
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Asked<Case, Deed> | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      {cases.map((one) => (
        <SupplementCard key={supplementOf(one).supplementId} supplement={supplementOf(one)} now={now}>
          {deeds(one, (deed) => setAsked({ one, deed }), now)}
        </SupplementCard>
      ))}
      {asked === null ? null : asked.deed === 'detail' ? (
        <DetailSheet supplementId={supplementOf(asked.one).supplementId} onClose={close} />
      ) : (
        dialog(asked.one, asked.deed, close)
      )}
    </>
  );
}
