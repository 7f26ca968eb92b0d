import fc from 'fast-check';
import { parseDivisionCode } from '@domain/geography/division';
import { TestProduct } from '../../tests/kit/product';
import { CITY_OFFICE } from '../../tests/kit/shifts';
import { publicRowsOf, type PublicReading } from './get-public-board';

// Seeding on a busy machine takes longer than jest's patience.

const CITY = parseDivisionCode('5132');

test('[ST23] visitors read the city and its counties: the board, but for small counts', async () => {
  const product = await TestProduct.start(300);
  try {
    const open = await product.must('', 'statistics.getPublicBoard', {});
    const inside = await product.must(CITY_OFFICE, 'statistics.getBoard', { divisionCode: null, day: null });
    expect(open.counties).toHaveLength(13);
    expect(open.total).toMatchObject({
      registered: inside.division.registered.value,
      activeCum: inside.division.activeCum.value,
      serviceMinutes: inside.division.serviceHours.value,
    });
    for (const row of open.counties) {
      const exact = inside.children.find(({ divisionCode }) => divisionCode === row.divisionCode);
      if (row.registered !== null) expect(row.registered).toBe(exact?.registered.value);
      if ((exact?.activeCum.value ?? 0) < 5) {
        expect([row.activeCum, row.serviceMinutes]).toEqual([null, null]);
      }
    }
    expect(open.counties.reduce((sum, row) => sum + row.brandProjectCount, 0)).toBe(
      open.total.brandProjectCount,
    );
    expect(await product.roundTripsOf(() => product.must('', 'statistics.getPublicBoard', {}))).toBeLessThan(
      5,
    );
  } finally {
    await product.stop();
  }
});

const anyPersons = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 900 }));

test('[ST23] neither counties, nor the rest that belongs to none, nor hours give a hidden count away', () => {
  const anyCells = fc.array(fc.record({ registered: anyPersons, idle: fc.nat({ max: 9 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(anyCells, fc.nat({ max: 6 }), (cells, rest) => {
      const counties = cells.slice(0, 13).map(({ registered, idle }, index): PublicReading => {
        const activeCum = Math.max(0, registered - idle);
        return {
          divisionCode: parseDivisionCode(String(513_200 + index)),
          name: '县',
          stocks: { registered, activeCum, serviceMinutes: activeCum * 60 },
          brandProjectCount: 0,
        };
      });
      const sum = (key: 'registered' | 'activeCum' | 'serviceMinutes'): number =>
        counties.reduce((total, { stocks }) => total + stocks[key], 0);
      const stocks = {
        registered: sum('registered') + rest,
        activeCum: sum('activeCum') + rest,
        serviceMinutes: sum('serviceMinutes') + rest * 60,
      };
      const city = { divisionCode: CITY, name: '州', stocks, brandProjectCount: 0 };
      const [total, ...rows] = publicRowsOf(CITY, [city, ...counties]);
      for (const key of ['registered', 'activeCum'] as const) {
        const whole = total?.[key] ?? null;
        if (whole === null) continue;
        const shown = rows.reduce((known, row) => known + (row[key] ?? 0), 0);
        const unknown = rows.filter((row) => row[key] === null).length + (rest === 0 ? 0 : 1);
        expect(whole - shown === 0 || whole - shown >= 5).toBe(true);
        if (rows.some((row) => row[key] === null)) expect(unknown).toBeGreaterThanOrEqual(2);
      }
      for (const row of rows) expect(row.serviceMinutes === null).toBe(row.activeCum === null);
    }),
  );
});
