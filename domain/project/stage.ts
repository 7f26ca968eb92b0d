/**
 * 孵化 → 培育 → 认定 → 示范 (BP6–BP8): the stages of a project, what each asks for, and who moves it on. The lists
 * are versioned data: a decision names the version it was made by.
 */
import { rejected, type Rejection } from '../kernel/result';
import { addDays, type CivilDay } from '../time/civil-day';
import { accreditedSinceDay, BRAND_STAGES, type Accreditation, type BrandStage } from './project';

/** What is known of a project without asking anybody. */
export const STAGE_FACTS = ['minutes', 'volunteers', 'months', 'measuredPoints', 'accreditation'] as const;
export type StageFact = (typeof STAGE_FACTS)[number];
/** `months`: of the last twelve those with a shift held; `measuredPoints`: with a share before and after */
export type StageFacts = Readonly<Record<StageFact, number>>;

export type ReadinessItem =
  | { readonly itemId: string; readonly kind: 'ticked' }
  | {
      readonly itemId: string;
      readonly kind: 'computed';
      readonly fact: StageFact;
      readonly atLeast: number;
    };
export type TargetStage = Exclude<BrandStage, 'incubating'>;

const ticked = (itemId: string): ReadinessItem => ({ itemId, kind: 'ticked' });
const computed = (fact: StageFact, atLeast: number): ReadinessItem => ({
  itemId: `${fact}${String(atLeast)}`,
  kind: 'computed',
  fact,
  atLeast,
});

export interface ReadinessList {
  readonly version: number;
  readonly items: Readonly<Record<TargetStage, readonly ReadinessItem[]>>;
}

/** Another list is another version: what was decided by this one stays explained. */
export const READINESS_LIST: ReadinessList = {
  version: 1,
  items: {
    growing: [ticked('safetyPlan'), ticked('leader'), computed('volunteers', 10), computed('months', 3)],
    accredited: [
      ticked('story'),
      ticked('training'),
      computed('volunteers', 30),
      computed('minutes', 12_000),
      computed('months', 6),
      computed('measuredPoints', 1),
      computed('accreditation', 1),
    ],
    exemplary: [
      ticked('kit'),
      computed('volunteers', 100),
      computed('minutes', 60_000),
      computed('months', 10),
      computed('measuredPoints', 3),
      computed('accreditation', 1),
    ],
  },
};

export function isReadinessItem(itemId: string): boolean {
  return Object.values(READINESS_LIST.items).some((items) =>
    items.some((item) => item.kind === 'ticked' && item.itemId === itemId),
  );
}

export interface ItemStanding {
  readonly item: ReadinessItem;
  readonly isMet: boolean;
  /** of what is computed */
  readonly value: number | null;
}

/** BP6: what the stage asks for, and what of it is there. */
export function readinessOf(
  stage: TargetStage,
  facts: StageFacts,
  tickedIds: readonly string[],
): ItemStanding[] {
  return READINESS_LIST.items[stage].map((item) => {
    if (item.kind === 'ticked') return { item, isMet: tickedIds.includes(item.itemId), value: null };
    const value = facts[item.fact];
    return { item, isMet: value >= item.atLeast, value };
  });
}

/** Null behind the last. */
export function stageAfter(stage: BrandStage): TargetStage | null {
  const next = BRAND_STAGES[BRAND_STAGES.indexOf(stage) + 1];
  return next === undefined || next === 'incubating' ? null : next;
}

export interface StageWish {
  readonly from: BrandStage;
  readonly to: BrandStage;
  readonly reason: string;
  /** of the stage wished for */
  readonly readiness: readonly ItemStanding[];
}
export type StageRefusal =
  'stage.changedMeanwhile' | 'stage.notNext' | 'stage.notAccredited' | 'stage.reasonMissing';

/**
 * BP7: one step on, or back to any earlier stage with a reason. Who moves on although something is missing
 * says why; without an accreditation that is valid nobody gets beyond 培育.
 */
export function refusalOfMove(current: BrandStage, wish: StageWish): Rejection<StageRefusal> | null {
  const { from, to, reason, readiness } = wish;
  if (from !== current) return rejected('stage.changedMeanwhile');
  const isBack = BRAND_STAGES.indexOf(to) < BRAND_STAGES.indexOf(from);
  if (!isBack && stageAfter(from) !== to) return rejected('stage.notNext');
  if (isBack) return reason === '' ? rejected('stage.reasonMissing', { missing: 0 }) : null;
  const missing = readiness.filter(({ isMet }) => !isMet);
  const lacksAccreditation = missing.some(
    ({ item }) => item.kind === 'computed' && item.fact === 'accreditation',
  );
  if (lacksAccreditation) return rejected('stage.notAccredited');
  if (missing.length > 0 && reason === '')
    return rejected('stage.reasonMissing', { missing: missing.length });
  return null;
}

/** BP8: an accreditation that ends within so many days is shown as ending. */
export const ENDING_SOON_DAYS = 90;
/** Documents of this kind hold for three years, some for five. */
export const MAXIMUM_ACCREDITED_DAYS = 3_660;

export type AccreditationState = 'none' | 'future' | 'valid' | 'endingSoon' | 'ended';

export function accreditationStateOn(accreditation: Accreditation | null, day: CivilDay): AccreditationState {
  if (accreditation === null) return 'none';
  const { validToDay } = accreditation;
  if (day < accreditedSinceDay(accreditation)) return 'future';
  if (day > validToDay) return 'ended';
  return addDays(day, ENDING_SOON_DAYS) >= validToDay ? 'endingSoon' : 'valid';
}

/**
 * BP8: what follows without a gap keeps the project accredited since before, so no figure of the past
 * changes.
 */
export function renewed(known: Accreditation | null, next: Accreditation): Accreditation {
  if (known === null) return next;
  const isJoined =
    known.validFromDay <= next.validFromDay && next.validFromDay <= addDays(known.validToDay, 1);
  const heldSinceDay = accreditedSinceDay(known);
  return isJoined && heldSinceDay < next.validFromDay ? { ...next, heldSinceDay } : next;
}

/** BP8: withdrawn today, it was valid until yesterday; what had not begun never was. */
export function withdrawnOn(known: Accreditation, day: CivilDay): Accreditation | null {
  const validToDay = addDays(day, -1);
  const since = accreditedSinceDay(known);
  if (since > validToDay) return null;
  const validFromDay = known.validFromDay > validToDay ? since : known.validFromDay;
  return {
    ...known,
    validFromDay,
    validToDay: known.validToDay < validToDay ? known.validToDay : validToDay,
  };
}
