import { civilDayOf } from '@domain/time/civil-day';
import { stocksOn } from '@domain/statistics/tally';
import type { Handler } from '../kernel/procedure';
import { readTallies } from '../statistics/read-tallies';
import { cityOf } from './city';

export const getCity: Handler<'system.getCity'> = async (_input, context) => {
  const { cityCode, cityName, isDemonstration } = await cityOf(context.ports);
  const day = civilDayOf(context.now);
  const { tallies, asOf } = await readTallies(context.ports, [cityCode], day);
  const stocks = stocksOn(tallies, cityCode, day);
  return {
    cityCode,
    cityName,
    isDemonstration,
    figures: {
      registered: stocks.registered,
      active: stocks.activeCum,
      serviceHours: Math.floor(stocks.serviceMinutes / 60),
      asOf,
    },
  };
};
