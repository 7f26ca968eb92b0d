/** 实践中心、所、站 (SN): listed for everybody; made, changed and closed by an office around them. */
import { levelOf, parseDivisionCode, type DivisionLevel } from '@domain/geography/division';
import { SHORT_ID_LENGTH, parseVolunteerId } from '@domain/kernel/identifiers';
import { rejected, type Rejection } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import type { ErrorCode } from '@contract/error-codes';
import type { ParsedInputOf } from '@contract/procedures';
import type { StationView } from '@contract/station.contract';
import { doersOf, mayGovern } from '../kernel/actor';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import { requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';

type Station = StoredDocument<'stations'>;
type Input = Omit<ParsedInputOf<'station.create'>, 'divisionCode'>;

const PAGE = 20;
const COUNTY_LENGTH = 6;
const LEVELS: Readonly<Record<DivisionLevel, Station['level'] | null>> = {
  city: null,
  county: 'centre',
  township: 'institute',
  community: 'station',
};

/** Round trips: stations, people, and of who is signed in roles. */
export const listStations: Handler<'station.listStations'> = async ({ countyCode, cursor }, context) => {
  const { ports, actor } = context;
  const found = await ports.database.find('stations', {
    where: { countyCode },
    orderBy: [
      ['createdAt', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(cursor),
    limit: PAGE + 1,
  });
  const { rows, nextCursor } = pageOf(found, PAGE, ({ createdAt, _id }) => [createdAt, _id]);
  const stations = await stationViews(context, rows);
  const mayCreate = mayGovern(doersOf(await actor.grants()), countyCode);
  return { stations, mayCreate, nextCursor };
};

/** Round trips: people and roles together. */
export async function stationViews(
  { ports, actor }: RequestContext,
  rows: readonly Station[],
): Promise<StationView[]> {
  const managerIds = rows.flatMap(({ managerId }) => (managerId === null ? [] : [managerId]));
  const [people, grants] = await Promise.all([
    ports.database.getMany('volunteers', [...new Set(managerIds)]),
    actor.grants(),
  ]);
  const doing = doersOf(grants);
  const managers = new Map(people.filter(({ status }) => status === 'active').map((one) => [one._id, one]));
  return rows.map((station): StationView => {
    const manager = station.managerId === null ? undefined : managers.get(station.managerId);
    const mayChange = mayGovern(doing, station.divisionCode);
    const { _id: stationId, name, level, divisionCode, divisionName } = station;
    const { address, position, state, closeReason } = station;
    return {
      ...{ stationId, name, level, divisionCode, divisionName, address, position, state, closeReason },
      managerName: manager === undefined ? null : redactName(manager.name),
      managerNumber: mayChange ? (manager?.volunteerNumber ?? null) : null,
      mayChange,
    };
  });
}

/** Round trips: roles, division, (manager,) begin, read, write, entry, commit. */
export const createStation: Handler<'station.create'> = async (input, context) => {
  const { ports, actor, now } = context;
  const { divisionCode } = input;
  if (!mayGovern(await actor.grants(), divisionCode)) return rejected('actor.forbidden');
  const division = await ports.database.get('divisions', divisionCode);
  const level = division === null ? null : LEVELS[levelOf(divisionCode)];
  if (division === null || level === null) return rejected('station.divisionWrong');
  const checked = await checkFields(context, input);
  if ('kind' in checked) return checked;
  const stationId = ports.secrets.shortId('station', `${requireOpenId(context)}:${input.requestId}`);
  await ports.database.transaction(async (transaction) => {
    if ((await transaction.get('stations', stationId)) !== null) return;
    await transaction.add('stations', {
      ...{ _id: stationId, level, divisionCode, divisionName: division.name, ...checked },
      countyCode: parseDivisionCode(divisionCode.slice(0, COUNTY_LENGTH)),
      ...{ state: 'open', closeReason: null, createdAt: now },
    });
  });
  return { stationId };
};

type Checked = Pick<Station, 'name' | 'address' | 'position' | 'managerId'>;

async function checkFields(
  context: RequestContext,
  { name, address, position, managerNumber }: Input,
): Promise<Checked | Rejection<ErrorCode>> {
  const { database, platform } = context.ports;
  const verdict = await platform.checkContent(requireOpenId(context), `${name}\n${address}`);
  if (verdict !== 'pass') return rejected('activity.contentRefused');
  if (managerNumber === null) return { name, address, position, managerId: null };
  const managerId = parseVolunteerId(managerNumber.slice(-SHORT_ID_LENGTH));
  const manager = await database.get('volunteers', managerId);
  return manager?.status === 'active'
    ? { name, address, position, managerId }
    : rejected('station.managerNotFound');
}

/** Round trips: roles, station, (manager,) begin, read, write, entry, commit. */
export const changeStation: Handler<'station.change'> = async (input, context) => {
  const known = await governedStation(context, input.stationId);
  if ('kind' in known) return known;
  const checked = await checkFields(context, input);
  if ('kind' in checked) return checked;
  return context.ports.database.transaction(async (transaction) => {
    const station = (await transaction.get('stations', input.stationId)) ?? known;
    if (station.state === 'closed') return rejected('station.closed');
    await transaction.put('stations', { ...station, ...checked });
    return { stationId: station._id };
  });
};

/** Round trips: roles, station, begin, read, write, entry, commit. */
export const closeStation: Handler<'station.close'> = async ({ stationId, reason }, context) => {
  const known = await governedStation(context, stationId);
  if ('kind' in known) return known;
  return context.ports.database.transaction(async (transaction) => {
    const station = (await transaction.get('stations', stationId)) ?? known;
    if (station.state === 'closed') return { outcome: 'already' as const };
    await transaction.put('stations', { ...station, state: 'closed', closeReason: reason });
    return { outcome: 'closed' as const };
  });
};

async function governedStation(
  { ports, actor }: RequestContext,
  stationId: string,
): Promise<Station | Rejection<'station.notFound' | 'actor.forbidden'>> {
  const [grants, station] = await Promise.all([actor.grants(), ports.database.get('stations', stationId)]);
  if (station === null) return rejected('station.notFound');
  return mayGovern(grants, station.divisionCode) ? station : rejected('actor.forbidden');
}
