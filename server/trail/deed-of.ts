/** What an entry of the trail says (TL2): who by which role, about what, each field before and after. */
import { DEED_FIELDS, type DeedKind } from '@contract/trail-fields';
import { contains, isDivisionCode, parseDivisionCode } from '@domain/geography/division';
import { isShortId, parseVolunteerId, type DivisionCode } from '@domain/kernel/identifiers';
import { requireOpenId, type RequestContext } from '../kernel/procedure';
import type { RoleGrant } from '../kernel/actor';
import { cityOf } from '../system/city';
import { actorIdOf, keysOf, type TrailFilter } from './keys';
import type { Changed, DeedDocument, Fields, Written } from './recording-database';
import { TOLD } from './told-collections';

/** A deed on one thing changes few fields; of a merge the first ones are told. */
const MAXIMUM_CHANGES = 40;
/** A reason or a paragraph is recognised by its beginning; a document stays small. */
const LONGEST_TEXT = 200;
/** Where a document says which division it belongs to. */
const DIVISION_PATHS = ['place.divisionCode', 'divisionCode', 'scope.divisionCode', 'countyCode'] as const;

type Value = DeedDocument['changes'][number]['before'];
type ToldWrite = Written & { readonly collection: DeedKind };

export interface Command {
  readonly procedure: string;
  readonly requestId: string;
}

export async function deedOf(
  context: RequestContext,
  { procedure, requestId }: Command,
  { written, seen }: Changed,
): Promise<DeedDocument> {
  const { ports, actor, now } = context;
  const ranked = inOrder(written);
  const [main] = ranked;
  if (main === undefined) throw new Error('invariant broken: an entry tells a change');
  const documents = [...ranked.map(({ after }) => after), ...seen.map(({ document }) => document)];
  const grants = await actor.grants();
  const divisionCode =
    first(documents, divisionOf) ?? first(grants, grantDivision) ?? (await cityOf(ports)).cityCode;
  const grant = grantFor(grants, first(documents, teamOf) ?? '', divisionCode);
  const openId = requireOpenId(context);
  const actorId = actorIdOf(ports.secrets, openId);
  const { title, subject } = TOLD[main.collection];
  const objectId = textAt(main.after, '_id');
  const subjectText =
    subject === '' ? (first(documents, volunteerOf) ?? '') : textAt(main.after, subject ?? '');
  const subjectId = isShortId(subjectText) ? parseVolunteerId(subjectText) : null;
  const changes = ranked.flatMap(changesOf);
  return {
    ...{ _id: ports.randomId(), at: now, procedure, requestId, openId, actorId, ...actor.origin },
    ...{ role: grant?.role ?? '', scopeName: grant?.scopeName ?? '' },
    ...{ kind: main.collection, objectId, subjectId, divisionCode },
    title: cut(textAt(main.after, title) || (first(documents, titleOf) ?? '')),
    changes: changes.slice(0, MAXIMUM_CHANGES),
    isCut: changes.length > MAXIMUM_CHANGES,
    keys: keysOf(divisionCode, filtersOf(main.collection, actorId, objectId, subjectId)),
  };
}

function filtersOf(kind: string, actorId: string, objectId: string, subjectId: string | null): TrailFilter[] {
  return [
    { by: 'all' },
    { by: 'kind', value: kind },
    { by: 'actor', value: actorId },
    { by: 'object', value: objectId },
    ...(subjectId === null ? [] : [{ by: 'subject' as const, value: subjectId }]),
  ];
}

/** By what a deed is about: a visit before its shift, whatever was written first. */
function inOrder(written: readonly Written[]): ToldWrite[] {
  const rank = Object.keys(TOLD);
  return written
    .filter((one): one is ToldWrite => one.collection in TOLD)
    .sort((a, b) => rank.indexOf(a.collection) - rank.indexOf(b.collection));
}

/** The role that carries it: of the team, or of a division around it; else the only one there is to name. */
function grantFor(grants: readonly RoleGrant[], teamId: string, divisionCode: DivisionCode) {
  const carries = ({ scope }: RoleGrant): boolean =>
    scope.kind === 'team' ? scope.teamId === teamId : contains(scope.divisionCode, divisionCode);
  return grants.find(carries) ?? grants[0];
}

function changesOf({ collection, before, after }: ToldWrite): DeedDocument['changes'] {
  return DEED_FIELDS[collection].flatMap((path) => {
    const [old, young] = [before === null ? null : valueAt(before, path), valueAt(after, path)];
    if (old === young) return [];
    return [{ field: `${collection}.${path}`, objectId: textAt(after, '_id'), before: old, after: young }];
  });
}

function at(document: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value) || (typeof value === 'object' && value !== null))
      return Reflect.get(value, name);
    return undefined;
  }, document);
}

function valueAt(document: Fields, path: string): Value {
  const value = at(document, path);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return cut(value);
  return Array.isArray(value) ? cut(value.filter((one) => typeof one === 'string').join('；')) : null;
}

function textAt(document: Fields, path: string): string {
  const value = path === '' ? undefined : at(document, path);
  return typeof value === 'string' ? value : '';
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function divisionOf(document: Fields): DivisionCode | null {
  const code = DIVISION_PATHS.map((path) => textAt(document, path)).find((text) => isDivisionCode(text));
  return code === undefined ? null : parseDivisionCode(code);
}

function grantDivision({ scope }: RoleGrant): DivisionCode | null {
  return scope.kind === 'division' ? scope.divisionCode : null;
}

const teamOf = (document: Fields): string | null => textAt(document, 'teamId') || null;
const volunteerOf = (document: Fields): string | null => textAt(document, 'volunteerId') || null;
const titleOf = (document: Fields): string | null => textAt(document, 'title') || null;

function first<Row, Found>(rows: readonly Row[], find: (row: Row) => Found | null): Found | null {
  for (const row of rows) {
    const found = find(row);
    if (found !== null) return found;
  }
  return null;
}
