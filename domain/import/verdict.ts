/** 导入判断: what a person of a roster is to who is registered already (IM5, IM6). */
import type { RosterPerson, RowFaultKind } from './roster-row';

/** Of the registered person with this id number. */
export interface RegisteredPerson {
  readonly name: string;
  readonly isActive: boolean;
  readonly hasPhone: boolean;
  /** somebody has claimed the record, or registered it */
  readonly isClaimed: boolean;
}
export type Verdict = 'new' | 'known' | 'completes' | { readonly fault: RowFaultKind };

/** `registered`: null when nobody is; `isRepeated`: a row above has the same id number. */
export function judgePerson(
  { name, phone }: Pick<RosterPerson, 'name' | 'phone'>,
  registered: RegisteredPerson | null,
  isRepeated: boolean,
): Verdict {
  if (isRepeated) return { fault: 'repeated' };
  if (registered === null) return 'new';
  if (!registered.isActive) return { fault: 'left' };
  if (registered.name !== name) return { fault: 'nameDiffers' };
  const completes = phone !== null && !registered.hasPhone && !registered.isClaimed;
  return completes ? 'completes' : 'known';
}
