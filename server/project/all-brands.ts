/** Every brand project of the city whose accreditation is valid on a day. */
import { isBrandProject } from '@domain/project/project';
import type { CivilDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

/** Far more valid accreditations than any city has. */
const MAXIMUM_BRANDS = 150;

/** The first to end first. One round trip. */
export async function allBrands(
  { database }: Pick<Ports, 'database'>,
  today: CivilDay,
): Promise<StoredDocument<'projects'>[]> {
  const found = await database.find('projects', {
    where: { 'accreditation.validToDay': { atLeast: today } },
    orderBy: [
      ['accreditation.validToDay', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAXIMUM_BRANDS,
  });
  return found.filter((project) => isBrandProject(project, today));
}
