/** 请求全县站点海报 (PO3): only queues; the function `export` makes the file. Round trips: 7. */
import { POSTER_MAXIMUM_STATIONS } from '@contract/poster.contract';
import { rejected } from '@domain/kernel/result';
import { mayGovern } from '../kernel/actor';
import type { Handler } from '../kernel/procedure';
import { countyJobIdOf, stateOfCountyJob, type CountyJob } from './county-job';

export const requestCountyPosters: Handler<'poster.requestCounty'> = async (input, context) => {
  const { ports, actor, now } = context;
  const { requestId, countyCode, form, code, number } = input;
  if (!mayGovern(await actor.grants(), countyCode)) return rejected('actor.forbidden');
  const [county, totalCount] = await Promise.all([
    ports.database.get('divisions', countyCode),
    ports.database.count('stations', { countyCode, state: 'open' }),
  ]);
  if (county?.level !== 'county') return rejected('division.notFound');
  if (totalCount === 0 || totalCount > POSTER_MAXIMUM_STATIONS)
    return rejected('poster.stationCount', { count: totalCount, maximum: POSTER_MAXIMUM_STATIONS });
  const _id = countyJobIdOf(countyCode, input);
  const job = await ports.database.transaction(async (transaction): Promise<CountyJob> => {
    const known = await transaction.get('posterJobs', _id);
    // Somebody of the office asks while it is being made: it is the same file.
    if (known !== null && (known.hasWork || known.requestId === requestId)) return known;
    const begun: CountyJob = {
      ...{ _id, requestId, requestedAt: now, countyCode, countyName: county.name, form, code, number },
      ...{ step: (known?.step ?? 0) + 1, phase: 'reading', outcome: null, hasWork: true },
      ...{ totalCount, doneCount: 0, cursor: null, stations: [], fileId: null },
    };
    await transaction.put('posterJobs', begun);
    return begun;
  });
  return { state: stateOfCountyJob(job) };
};
