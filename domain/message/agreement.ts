/** The ledger of one-time subscriptions (ME2): what a person agreed to of one kind, and what is left. */
import { DAY_MS } from '../time/civil-day';

/** What WeChat's dialog answers for a template: 总是拒绝 and 拒绝 are the same word there. */
export const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;
export type Answer = (typeof ANSWERS)[number];
export const CHOICES = ['accepted', 'refused', 'banned'] as const;

export interface Agreement {
  /** acceptances are WeChat's for this template and account, worth nothing for another */
  readonly templateId: string;
  readonly openId: string;
  /** banned: WeChat does not let this template be asked for, or shows another one of the same title */
  readonly choice: (typeof CHOICES)[number];
  readonly choseAt: number;
  /** messages agreed to and not sent */
  readonly remainingCount: number;
}

/** More acceptances than this are not kept: nobody remembers what they were for. */
export const MAXIMUM_SAVED = 5;
/** How long a refusal is not asked about again, except on the person's own screen. */
export const NOT_ASKED_AGAIN_MS = 30 * DAY_MS;

interface Choice {
  readonly templateId: string;
  readonly openId: string;
  readonly answer: Answer;
  readonly now: number;
}

/** The last word counts: a refusal also ends what was agreed before it. */
export function afterChoice(known: Agreement | null, { templateId, openId, answer, now }: Choice): Agreement {
  const base = { templateId, openId, choseAt: now };
  if (answer !== 'accept') {
    return { ...base, choice: answer === 'reject' ? 'refused' : 'banned', remainingCount: 0 };
  }
  const left = known !== null && isFor(known, { templateId, openId }) ? known.remainingCount : 0;
  return { ...base, choice: 'accepted', remainingCount: Math.min(MAXIMUM_SAVED, left + 1) };
}

export function hasOneLeft(known: Agreement | null, templateId: string): known is Agreement {
  return known !== null && known.templateId === templateId && known.remainingCount > 0;
}

export function spendOne(known: Agreement): Agreement {
  return { ...known, remainingCount: Math.max(0, known.remainingCount - 1) };
}

/** What was surely not sent is free for another message, unless the person has said no meanwhile. */
export function giveBack(known: Agreement, spent: Pick<Agreement, 'templateId' | 'openId'>): Agreement {
  if (known.choice !== 'accepted' || !isFor(known, spent)) return known;
  return { ...known, remainingCount: Math.min(MAXIMUM_SAVED, known.remainingCount + 1) };
}

/** 43101: WeChat says that this person wants none. */
export function refusedByPlatform(known: Agreement, now: number): Agreement {
  return { ...known, choice: 'refused', choseAt: now, remainingCount: 0 };
}

/** May a card offer it after a deed? Not what was refused lately, nor a template the platform forbids. */
export function mayOffer(known: Agreement | null, templateId: string, now: number): boolean {
  if (known === null || known.choice === 'accepted') return true;
  if (known.choice === 'banned') return known.templateId !== templateId;
  return now - known.choseAt >= NOT_ASKED_AGAIN_MS;
}

function isFor(known: Agreement, one: Pick<Agreement, 'templateId' | 'openId'>): boolean {
  return known.templateId === one.templateId && known.openId === one.openId;
}
