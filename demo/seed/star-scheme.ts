/** 星级 of the demo city: the published hours (data/ says whose), as the first version of its scheme. */
import { parseCivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import published from '../../data/star-levels/2012.json';

export function starScheme(): StoredDocument<'starSchemes'> {
  const { version, fromDay, document, levels } = published;
  return {
    _id: String(version),
    version,
    fromDay: parseCivilDay(fromDay),
    document,
    levels: levels.map(({ name, hours }) => ({ name, minutes: hours * 60 })),
  };
}
