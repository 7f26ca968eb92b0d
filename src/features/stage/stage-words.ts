import type { DecisionView } from '@contract/stage.contract';
import type { StageFact } from '@domain/project/stage';

import { formatCount, formatDay } from '@/lib/format';

/** The stages by their names, for offices and teams. */
export const STAGE_NAMES: Readonly<Record<'incubating' | 'growing' | 'accredited' | 'exemplary', string>> = {
  incubating: '孵化',
  growing: '培育',
  accredited: '认定',
  exemplary: '示范',
};

export const LEVEL_NAMES = { county: '县级', city: '市级', province: '省级' } as const;

const TICKED_WORDS: Readonly<Record<string, string>> = {
  safetyPlan: '有安全预案：谁负责、出事怎么办',
  leader: '有固定的负责人和联系人',
  story: '故事页写好了，有现场照片',
  training: '骨干都参加过培训',
  kit: '整理出一套做法，别的县拿去就能用',
};

const FACT_WORDS: Readonly<Record<StageFact, (atLeast: number) => string>> = {
  volunteers: (atLeast) => `参与过的志愿者满 ${formatCount(atLeast)} 人`,
  minutes: (atLeast) => `累计服务满 ${formatCount(atLeast / 60)} 小时`,
  months: (atLeast) => `近十二个月里有 ${String(atLeast)} 个月开展了服务`,
  measuredPoints: (atLeast) => `至少 ${String(atLeast)} 个点位前后都取够样`,
  accreditation: () => '有有效的认定',
};
const VALUE_WORDS: Readonly<Record<StageFact, (value: number) => string>> = {
  volunteers: (value) => `现在 ${formatCount(value)} 人`,
  minutes: (value) => `现在 ${formatCount(Math.floor(value / 60))} 小时`,
  months: (value) => `现在 ${String(value)} 个月`,
  measuredPoints: (value) => `现在 ${String(value)} 个`,
  accreditation: (value) => (value > 0 ? '有' : '没有'),
};

interface Item {
  readonly itemId: string;
  readonly fact: { readonly name: StageFact; readonly value: number; readonly atLeast: number } | null;
  readonly byName: string | null;
}

/** What the item asks for, and what there is of it. */
export function itemWords({ itemId, fact, byName }: Item): {
  readonly title: string;
  readonly detail: string;
} {
  if (fact === null) {
    const detail = byName === null ? '由队伍或办公室核对后勾上' : `${byName} 已核对`;
    return { title: TICKED_WORDS[itemId] ?? itemId, detail };
  }
  return { title: FACT_WORDS[fact.name](fact.atLeast), detail: VALUE_WORDS[fact.name](fact.value) };
}

/** What an office decided, in one line. */
export function decisionWords(decision: DecisionView): string {
  switch (decision.kind) {
    case 'moved': {
      const { from, to, metCount, itemCount } = decision;
      const list = itemCount === 0 ? '' : `，条件达到 ${String(metCount)} / ${String(itemCount)} 项`;
      return `${STAGE_NAMES[from]} → ${STAGE_NAMES[to]}${list}`;
    }
    case 'accredited':
    case 'withdrawn': {
      const { level, document, validFromDay, validToDay } = decision.accreditation;
      const what = decision.kind === 'accredited' ? '认定' : '撤销认定';
      return `${LEVEL_NAMES[level]}${what}，${document}，${formatDay(validFromDay)}至${formatDay(validToDay)}`;
    }
  }
}
