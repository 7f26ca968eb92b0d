import fc from 'fast-check';
import {
  decideAnswer,
  decideEntry,
  decideScan,
  endOf,
  IDLE_MS,
  isOpen,
  OPEN_MS,
  TICKET_MS,
  type TicketLife,
} from './ticket';

const AT = 1_780_000_000_000;
const ASKED: TicketLife = { state: 'asked', askedAt: AT, openId: null, openedAt: null, usedAt: null };
const SCANNED: TicketLife = { ...ASKED, state: 'scanned', openId: 'me' };

test('[CS1] a ticket is scanned, confirmed and used once, within two minutes', () => {
  expect(decideScan(ASKED, 'me', AT + 1).kind).toBe('accepted');
  expect(decideScan(SCANNED, 'me', AT + 1).kind).toBe('already');
  expect(decideScan(SCANNED, 'other', AT + 1)).toMatchObject({ code: 'console.scannedByOther' });
  expect(decideScan(ASKED, 'me', AT + TICKET_MS)).toMatchObject({ code: 'console.expired' });
  expect(decideAnswer(SCANNED, 'me', true, AT + TICKET_MS - 1).kind).toBe('accepted');
  expect(decideAnswer(SCANNED, 'me', true, AT + TICKET_MS)).toMatchObject({ code: 'console.expired' });
  expect(decideAnswer(SCANNED, 'other', true, AT)).toMatchObject({ code: 'console.scannedByOther' });
  expect(decideAnswer(ASKED, 'me', true, AT)).toMatchObject({ code: 'console.scannedByOther' });
  const confirmed: TicketLife = { ...SCANNED, state: 'confirmed' };
  expect(decideAnswer(confirmed, 'me', true, AT).kind).toBe('already');
  expect(decideAnswer(confirmed, 'me', false, AT)).toMatchObject({ code: 'console.decided' });
  expect(decideScan(confirmed, 'me', AT)).toMatchObject({ code: 'console.decided' });
  expect(decideEntry(confirmed, AT).kind).toBe('accepted');
  expect(decideEntry(SCANNED, AT)).toMatchObject({ code: 'console.notConfirmed' });
  expect(decideEntry(confirmed, AT + TICKET_MS)).toMatchObject({ code: 'console.expired' });
  for (const state of ['refused', 'open', 'ended'] as const)
    expect(decideEntry({ ...confirmed, state }, AT)).toMatchObject({ code: 'console.decided' });
});

test('[CS1] whatever happens in whatever order, one entry at most, after a yes of the scanner', () => {
  const step = fc.record({
    deed: fc.constantFrom('scan', 'yes', 'no', 'enter'),
    by: fc.constantFrom('a', 'b'),
    after: fc.integer({ min: 0, max: TICKET_MS }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let [ticket, now, entries] = [ASKED, AT, 0];
      let yes: string | null = null;
      for (const { deed, by, after } of steps) {
        now += Math.floor(after / 6);
        if (deed === 'scan' && decideScan(ticket, by, now).kind === 'accepted')
          ticket = { ...ticket, state: 'scanned', openId: by };
        if (
          (deed === 'yes' || deed === 'no') &&
          decideAnswer(ticket, by, deed === 'yes', now).kind === 'accepted'
        ) {
          ticket = { ...ticket, state: deed === 'yes' ? 'confirmed' : 'refused' };
          yes = deed === 'yes' ? by : null;
        }
        if (deed === 'enter' && decideEntry(ticket, now).kind === 'accepted') {
          expect(yes).toBe(ticket.openId);
          expect(now).toBeLessThan(AT + TICKET_MS);
          ticket = { ...ticket, state: 'open', openedAt: now, usedAt: now };
          entries += 1;
        }
      }
      expect(entries).toBeLessThanOrEqual(1);
    }),
  );
});

test('[CS4] an open one ends after half an hour without use, and after eight hours', () => {
  const open: TicketLife = { ...SCANNED, state: 'open', openedAt: AT, usedAt: AT };
  expect(isOpen(open, AT + IDLE_MS - 1)).toBe(true);
  expect(isOpen(open, AT + IDLE_MS)).toBe(false);
  const used = { ...open, usedAt: AT + OPEN_MS - 1 };
  expect(isOpen(used, AT + OPEN_MS - 1)).toBe(true);
  expect(endOf(used)).toBe(AT + OPEN_MS);
  expect(endOf({ ...used, state: 'ended' })).toBeNull();
});
