/** What the timer does: the oldest files of counties, step by step; any run may die or run beside another. */
import { HOUR_MS } from '@domain/time/civil-day';
import { parseCursor, pageOf } from '../kernel/cursor';
import { mapInLanes } from '../kernel/map-in-lanes';
import type { Ports } from '../kernel/ports';
import { moveJob, openJobs, runJobs } from '../kernel/run-jobs';
import type { CountyJob } from './county-job';
import { posterPdf } from './draw-poster';
import { stationSubject } from './poster-subject';
import { drawnPosterOf, filedPoster, posterKeyOf, posterSourceOf, preparePoster } from './prepare-poster';

const JOBS_AT_ONCE = 5;
/** Each may ask WeChat for a code: a step is done in some seconds. */
const STATIONS_AT_ONCE = 20;
/** Calls of WeChat and downloads under way together. */
const LANES = 5;
/** Whatever keeps a file from being made for so long will not mend itself. */
const GIVEN_UP_AFTER_MS = HOUR_MS;

/** Round trips when there is nothing to do: 1. Returns how many steps were made. */
export function workCountyPosters(ports: Ports): Promise<number> {
  return runJobs(
    ports,
    'posterJobId',
    () => openJobs(ports, 'posterJobs', JOBS_AT_ONCE),
    () => (job) => stepOf(ports, job),
  );
}

function stepOf(ports: Ports, job: CountyJob): Promise<CountyJob> {
  if (ports.now() - job.requestedAt > GIVEN_UP_AFTER_MS) return end(ports, job, { outcome: 'failed' });
  return job.phase === 'reading' ? readStations(ports, job) : writeFile(ports, job);
}

function end(ports: Ports, job: CountyJob, changes: Partial<CountyJob>): Promise<CountyJob> {
  return moveJob(ports, 'posterJobs', job, () => ({
    ...changes,
    ...{ phase: 'done', hasWork: false, stations: [] },
  }));
}

async function readStations(ports: Ports, job: CountyJob): Promise<CountyJob> {
  const found = await ports.database.find('stations', {
    where: { countyCode: job.countyCode },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(job.cursor),
    limit: STATIONS_AT_ONCE + 1,
  });
  const { rows, nextCursor } = pageOf(found, STATIONS_AT_ONCE, ({ createdAt, _id }) => [createdAt, _id]);
  const open = rows.filter(({ state }) => state === 'open');
  const read = await mapInLanes(open, LANES, async (station) => {
    const subject = stationSubject(station);
    const source = await posterSourceOf(ports, job.requestedAt, subject.link, job);
    // centre, institutes, stations: as the divisions are listed
    const words = { ...subject.words, rows: [...subject.words.rows] };
    return { order: `${station.divisionCode} ${station._id}`, subject: words, source };
  });
  const stations = [...job.stations, ...read];
  return moveJob(ports, 'posterJobs', job, () => ({
    ...{ stations, doneCount: stations.length, cursor: nextCursor },
    phase: nextCursor === null ? 'writing' : 'reading',
  }));
}

/** The same stations as last time: the same file. */
async function writeFile(ports: Ports, job: CountyJob): Promise<CountyJob> {
  const sorted = [...job.stations].sort((a, b) => (a.order < b.order ? -1 : 1));
  const prepared = await Promise.all(
    sorted.map(({ subject, source }) =>
      preparePoster(ports, job.form, { words: subject, pictureFileId: null }, source),
    ),
  );
  const key = posterKeyOf(job.form, 'pdf', prepared);
  const { fileId } = await filedPoster(ports, key, 'pdf', async () => {
    const drawn = await mapInLanes(prepared, LANES, (one) => drawnPosterOf(ports, one));
    const about = { title: `${job.countyName}实践站点`, madeAt: job.requestedAt };
    return posterPdf(job.form, about, drawn);
  });
  return end(ports, job, { outcome: 'ready', fileId });
}
