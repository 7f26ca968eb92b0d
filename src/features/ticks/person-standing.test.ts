import { parseShiftId, parseVolunteerId } from '@domain/kernel/identifiers';
import type { TickPerson } from '@contract/ticks.contract';

import { nameOf, standingOf } from './person-standing';
import type { Tick } from './use-ticks';

const NINE = Date.UTC(2026, 10, 25, 1, 0);
const person: TickPerson = {
  volunteerId: parseVolunteerId('volunteer1'),
  maskedName: '泽**',
  numberTail: '0042',
  state: 'enrolled',
  checkedInAt: null,
  checkedOutAt: null,
};
const tick = (deed: Tick['deed'], tickedAt: number): Tick => ({
  requestId: 'request-of-a-tick',
  shiftId: parseShiftId('Shift00001'),
  volunteerId: person.volunteerId,
  deed,
  tickedAt,
});

test('[AT5.4] a tick that is not sent yet shows at once, on top of what the server said', () => {
  expect(standingOf(person, [])).toEqual({ next: 'checkIn', text: '还没到', isWaiting: false });
  expect(standingOf(person, [tick('checkIn', NINE)])).toEqual({
    next: 'checkOut',
    text: '09:00 到，已保存，联网后自动上传',
    isWaiting: true,
  });
  expect(standingOf({ ...person, checkedInAt: NINE, state: 'checkedIn' }, []).text).toBe('09:00 到');
  const both = [tick('checkIn', NINE), tick('checkOut', NINE + 3_600_000)];
  expect(standingOf(person, both)).toMatchObject({ next: null });
  expect(standingOf({ ...person, state: 'voided' }, [])).toMatchObject({ next: null, text: '已作废' });
});

test('[AT5.4] masked names that are alike are told apart by the end of the number', () => {
  expect(nameOf(person)).toBe('泽**（编号尾 0042）');
  expect(nameOf({ ...person, numberTail: '' })).toBe('泽**');
});
