/** How an activity counts: service or training, and how much of it one must be there for (ST13, AT7). */
import { SelectField } from '@/ui/field';

import type { DraftPartProps } from './place-fields';

/** 培训 gives no service time; while it is valid its holder counts as trained (ST13, ST22). */
/** A choice of its own: an empty value would read 请选择. */
const SERVICE = 'service';
const KINDS = [
  { value: SERVICE, text: '志愿服务（计服务时长）' },
  { value: '365', text: '培训（不计时长，有效 1 年）' },
  { value: '730', text: '培训（不计时长，有效 2 年）' },
  { value: '1095', text: '培训（不计时长，有效 3 年）' },
];

const NO_MINIMUM = 'none';
const MINIMUMS = [
  { value: NO_MINIMUM, text: '不要求（按实际在场计）' },
  ...[50, 60, 70, 80, 90].map((percent) => ({
    value: String(percent),
    text: `至少在场 ${String(percent)}%`,
  })),
];

export function CountingFields({ draft, isLocked, change }: Omit<DraftPartProps, 'problems'>) {
  return (
    <>
      <SelectField
        label="活动类型"
        value={draft.trainingValidDays === '' ? SERVICE : draft.trainingValidDays}
        options={KINDS}
        disabled={isLocked}
        onChange={(kind) => {
          const trainingValidDays = kind === SERVICE ? '' : kind;
          change((current) => ({ ...current, trainingValidDays }));
        }}
      />
      <SelectField
        label="最低在场时间"
        hint="到场时间不够的，这次不计时长；报名前会写明。"
        value={draft.minimumPresencePercent === '' ? NO_MINIMUM : draft.minimumPresencePercent}
        options={MINIMUMS}
        disabled={isLocked}
        onChange={(percent) => {
          const minimumPresencePercent = percent === NO_MINIMUM ? '' : percent;
          change((current) => ({ ...current, minimumPresencePercent }));
        }}
      />
    </>
  );
}
