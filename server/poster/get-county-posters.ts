/** How far a county's posters are, and their file. Round trips: roles, job, and the address of the file. */
import { rejected } from '@domain/kernel/result';
import { mayInspect } from '../kernel/actor';
import type { Handler } from '../kernel/procedure';
import { countyJobIdOf, stateOfCountyJob } from './county-job';

const NAMES = { sheet: '海报', card: '台卡' } as const;

export const getCountyPosters: Handler<'poster.getCounty'> = async (input, { ports, actor }) => {
  if (!mayInspect(await actor.grants(), input.countyCode)) return rejected('actor.forbidden');
  const job = await ports.database.get('posterJobs', countyJobIdOf(input.countyCode, input));
  if (job === null) return { posters: null };
  const { countyName, doneCount, totalCount, fileId, form } = job;
  const [fileUrl] = fileId === null ? [null] : await ports.platform.fileUrls([fileId]);
  const fileName = `${countyName}实践站点${NAMES[form]}.pdf`;
  const state = stateOfCountyJob(job);
  return { posters: { countyName, state, doneCount, totalCount, fileUrl: fileUrl ?? null, fileName } };
};
