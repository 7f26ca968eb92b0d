/** What a practice site is called, by its level. */
import type { StationView } from '@contract/station.contract';

export const STATION_LEVEL_WORDS: Readonly<Record<StationView['level'], string>> = {
  centre: '实践中心',
  institute: '实践所',
  station: '实践站',
};
