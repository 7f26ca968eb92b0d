/**
 * The documents a city begins with: itself, its divisions, its first city office. Added once, never
 * changed here.
 */
import { starScheme } from '@demo/seed/star-scheme';
import { divisionDocuments, type CityExtract } from '@demo/division-documents';
import { parseDivisionCode } from '@domain/geography/division';
import { civilDayOf } from '@domain/time/civil-day';
import type { CollectionName, StoredDocument } from '@server/kernel/documents';
import { CITY_SETTINGS_ID } from '@server/system/city';
import type { DeployConfig } from './config';
import type { RowsFacts } from './model';

/** Throws when the extract is another city's than the configuration's. */
export function firstRows(config: DeployConfig, extract: CityExtract, now: number): RowsFacts[] {
  const { city, office, site } = config;
  if (extract.city.code !== city.code)
    throw new Error(
      `区划文件是 ${extract.city.name}（${extract.city.code}）的，配置写的是 ${city.name}（${city.code}）`,
    );
  const grants = office.openIds.map((openId): StoredDocument<'roleGrants'> => ({
    _id: `${openId}:cityOffice`,
    openId,
    role: 'cityOffice',
    scope: { kind: 'division', divisionCode: parseDivisionCode(city.code) },
    scopeName: city.name,
    divisionCode: parseDivisionCode(city.code),
    officeKeys: [parseDivisionCode(city.code)],
    fromDay: civilDayOf(now),
    toDay: null,
    grantedBy: 'deployment',
    grantedAt: now,
  }));
  return [
    // No list of 城乡分类代码 comes with the divisions: rural and urban stay unsaid.
    rowsOf(
      'divisions',
      divisionDocuments(extract, () => null),
    ),
    rowsOf('starSchemes', city.usesPublishedStarLevels ? [starScheme()] : []),
    rowsOf('roleGrants', grants),
    rowsOf('settings', [
      {
        _id: CITY_SETTINGS_ID,
        cityCode: parseDivisionCode(city.code),
        cityName: city.name,
        isDemonstration: false,
        urbanRuralSource: null,
        siteOrigin: site.origin,
      },
    ]),
  ];
}

function rowsOf<Name extends CollectionName>(collection: Name, rows: StoredDocument<Name>[]): RowsFacts {
  return { collection, rows: rows.map((row) => ({ ...row })) };
}
