/** 审计 (TL3, TL4): what was done by a role, and who looked at whose data; for offices and auditors. */
import { useState } from 'react';

import type { DeedFilter, LookFilter } from '@contract/trail.contract';
import { useAddressChoice } from '@/lib/use-address-choice';
import { Segmented } from '@/ui/choice';
import { Paragraph } from '@/ui/layout';

import { DeedList } from './deed-list';
import { LookList } from './look-list';
import { NO_STRETCH, TrailFilters, type Stretch } from './trail-filters';

import './trail.scss';

const TABS = [
  { value: 'deeds', text: '操作记录' },
  { value: 'looks', text: '查看记录' },
] as const;
type Tab = (typeof TABS)[number]['value'];
/** With the words that say whose entries are shown. */
export interface Shown<Filter> {
  readonly filter: Filter;
  readonly words: string;
}
const ALL = { filter: { by: 'all' }, words: '' } as const;

export function TrailPanel() {
  const [tab, setTab] = useAddressChoice<Tab>('tab', ['deeds', 'looks']);
  const [stretch, setStretch] = useState<Stretch>(NO_STRETCH);
  const [deeds, setDeeds] = useState<Shown<DeedFilter>>(ALL);
  const [looks, setLooks] = useState<Shown<LookFilter>>(ALL);
  const isDeeds = tab === 'deeds';
  return (
    <>
      <Segmented label="看哪一种记录" value={tab} options={TABS} onChange={setTab} />
      {isDeeds ? (
        <TrailFilters
          key="deeds"
          stretch={stretch}
          onStretch={setStretch}
          shown={deeds}
          onShow={setDeeds}
          hasKinds
        />
      ) : (
        <TrailFilters
          key="looks"
          stretch={stretch}
          onStretch={setStretch}
          shown={looks}
          onShow={(next) => {
            const { filter, words } = next;
            if (filter.by !== 'kind' && filter.by !== 'object') setLooks({ filter, words });
          }}
        />
      )}
      {isDeeds ? (
        <DeedList filter={deeds.filter} stretch={stretch} onShow={setDeeds} />
      ) : (
        <LookList filter={looks.filter} stretch={stretch} onShow={setLooks} />
      )}
      <Paragraph isSoft isSmall>
        只列本辖区的。记录只增不改；不含姓名、身份证号和手机号。
      </Paragraph>
    </>
  );
}
