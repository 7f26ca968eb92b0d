import fc from 'fast-check';
import { DAY_MS } from '../time/civil-day';
import {
  afterChoice,
  ANSWERS,
  giveBack,
  hasOneLeft,
  MAXIMUM_SAVED,
  mayOffer,
  NOT_ASKED_AGAIN_MS,
  refusedByPlatform,
  spendOne,
  type Agreement,
} from './agreement';

const chosen = (known: Agreement | null, answer: (typeof ANSWERS)[number], now = 0, templateId = 'T') =>
  afterChoice(known, { templateId, openId: 'o', answer, now });

test('[ME2] each acceptance is one message, and no more than five are kept', () => {
  let known: Agreement | null = null;
  for (let taps = 1; taps <= 8; taps += 1) {
    known = chosen(known, 'accept');
    expect(known.remainingCount).toBe(Math.min(taps, MAXIMUM_SAVED));
  }
});

test('[ME2] the last word counts: a refusal ends what was agreed before', () => {
  const accepted = chosen(chosen(null, 'accept'), 'accept');
  expect(hasOneLeft(accepted, 'T')).toBe(true);
  for (const answer of ['reject', 'ban', 'filter'] as const) {
    expect(hasOneLeft(chosen(accepted, answer), 'T')).toBe(false);
  }
  expect(chosen(chosen(accepted, 'reject'), 'accept').remainingCount).toBe(1);
});

test('[ME2] an acceptance is for its template and account only', () => {
  const accepted = chosen(chosen(null, 'accept'), 'accept');
  expect(hasOneLeft(accepted, 'other')).toBe(false);
  expect(chosen(accepted, 'accept', 0, 'other').remainingCount).toBe(1);
  expect(
    afterChoice(accepted, { templateId: 'T', openId: 'second', answer: 'accept', now: 0 }).remainingCount,
  ).toBe(1);
});

test('[ME2] a refusal is not asked about for thirty days, what the platform forbids never', () => {
  expect(mayOffer(null, 'T', 0)).toBe(true);
  expect(mayOffer(chosen(null, 'accept'), 'T', 1)).toBe(true);
  const refused = chosen(null, 'reject', DAY_MS);
  expect(mayOffer(refused, 'other', DAY_MS + NOT_ASKED_AGAIN_MS - 1)).toBe(false);
  expect(mayOffer(refused, 'other', DAY_MS + NOT_ASKED_AGAIN_MS)).toBe(true);
  expect(mayOffer(chosen(null, 'ban'), 'T', 900 * DAY_MS)).toBe(false);
  expect(mayOffer(chosen(null, 'ban'), 'other', 1)).toBe(true);
  expect(mayOffer(refusedByPlatform(chosen(null, 'accept'), 0), 'T', DAY_MS)).toBe(false);
});

test('[ME2] whatever is tapped and sent: never below nothing, never above what was accepted', () => {
  const anyStep = fc.constantFrom(...ANSWERS, 'spend', 'giveBack', 'refused');
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let known = chosen(null, 'accept');
      let acceptedCount = 1;
      let spent = 0;
      for (const step of steps) {
        if (step === 'spend') {
          spent += hasOneLeft(known, 'T') ? 1 : 0;
          known = spendOne(known);
        } else if (step === 'giveBack') {
          if (spent === 0) continue;
          spent -= 1;
          known = giveBack(known, { templateId: 'T', openId: 'o' });
        } else if (step === 'refused') known = refusedByPlatform(known, 0);
        else {
          acceptedCount += step === 'accept' ? 1 : 0;
          known = chosen(known, step);
        }
        expect(known.remainingCount).toBeGreaterThanOrEqual(0);
        expect(known.remainingCount + spent).toBeLessThanOrEqual(acceptedCount);
        expect(known.remainingCount === 0 || known.choice === 'accepted').toBe(true);
      }
    }),
  );
});

test('[ME4] what is given back after a refusal stays refused', () => {
  const spent = spendOne(chosen(null, 'accept'));
  const refused = chosen(spent, 'reject');
  expect(giveBack(refused, { templateId: 'T', openId: 'o' })).toEqual(refused);
  expect(giveBack(spent, { templateId: 'T', openId: 'o' }).remainingCount).toBe(1);
  expect(giveBack(spent, { templateId: 'old', openId: 'o' }).remainingCount).toBe(0);
});
