/** Words for 合并与更正: what two registrations have in common, and how far a request is. */
import type { PersonRequestView } from '@contract/person-request.contract';
import type { SharedTrait } from '@domain/volunteer/merge';

export const TRAIT_WORDS: Readonly<Record<SharedTrait, string>> = {
  name: '姓名相同',
  phone: '手机号相同',
  birthDay: '出生日期相同',
  idNumber: '身份证号只差一两位',
};

export const STATE_TAGS: Readonly<
  Record<
    PersonRequestView['state'],
    { readonly text: string; readonly tone: 'amber' | 'green' | 'red' | 'plain' }
  >
> = {
  waiting: { text: '等核准', tone: 'amber' },
  working: { text: '合并中', tone: 'amber' },
  done: { text: '已办好', tone: 'green' },
  refused: { text: '已退回', tone: 'red' },
};

/** What is asked for, in one line. */
export function subjectOf(request: PersonRequestView): string {
  const { kind, maskedName, otherMaskedName, changesName, changesIdNumber } = request;
  if (kind === 'merge') return `${otherMaskedName ?? ''} 的档案并入 ${maskedName} 的档案`;
  const what = [changesName ? '姓名' : '', changesIdNumber ? '身份证号' : ''].filter((one) => one !== '');
  return `更正 ${maskedName} 的${what.join('和')}`;
}

/** How far the records are. */
export function progressOf({ kind, state, movedCount, droppedCount }: PersonRequestView): string | null {
  if (kind !== 'merge' || (state !== 'working' && state !== 'done')) return null;
  const dropped = droppedCount === 0 ? '' : `，${String(droppedCount)} 条与保留档案同一场次，以保留的为准`;
  return `已转入 ${String(movedCount)} 条记录和报名${dropped}`;
}
