/** One incident's differences, names masked, paged. Round trips: 6 (roles, incident, names of four kinds). */
import { isDivisionCode } from '@domain/geography/division';
import { rejected } from '@domain/kernel/result';
import { redactName } from '@domain/volunteer/redact';
import type { DifferenceView } from '@contract/audit.contract';
import { pathNameOf } from '../geography/division-lookup';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import type { Handler } from '../kernel/procedure';
import { cityOfficeOf } from './city-office';

type Incident = StoredDocument<'incidents'>;
type Difference =
  | { readonly kind: 'volunteer'; readonly of: Incident['volunteers'][number] }
  | { readonly kind: 'shift'; readonly of: Incident['shifts'][number] }
  | { readonly kind: 'cell'; readonly of: Incident['cells'][number] };

const PAGE = 20;

export const listDifferences: Handler<'audit.listDifferences'> = async (input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  const incident = await context.ports.database.get('incidents', input.incidentId);
  if (incident === null) return rejected('incident.notFound');
  const all: Difference[] = [
    ...incident.volunteers.map((of) => ({ kind: 'volunteer', of }) as const),
    ...incident.shifts.map((of) => ({ kind: 'shift', of }) as const),
    ...incident.cells.map((of) => ({ kind: 'cell', of }) as const),
  ];
  const [from = 0] = parseCursor(input.cursor) ?? [];
  const numbered = all.map((difference, index) => ({ difference, place: index + 1 }));
  const page = pageOf(numbered.slice(Math.max(0, from)), PAGE, ({ place }) => [place, 'difference']);
  const views = await toViews(
    context.ports,
    page.rows.map(({ difference }) => difference),
  );
  return { differences: views, nextCursor: page.nextCursor };
};

async function toViews(ports: Ports, differences: readonly Difference[]): Promise<DifferenceView[]> {
  const names = await namesOf(ports, differences);
  const bookName = (book: string): string =>
    book
      .split('@')
      .map((part) => names.get(part) ?? part)
      .join(' · ');
  return differences.map((one): DifferenceView => {
    if (one.kind === 'cell') {
      const { book, cell, quantity, excess, isRepaired } = one.of;
      return { kind: 'cell', bookName: bookName(book), cell, quantity, excess, isRepaired };
    }
    if (one.kind === 'shift') {
      const { shiftId, ...rest } = one.of;
      return { kind: 'shift', title: names.get(shiftId) ?? '—', ...rest };
    }
    const { volunteerId, rows, isRepaired } = one.of;
    const code = rows[0]?.divisionCode;
    return {
      kind: 'volunteer',
      maskedName: names.get(volunteerId) ?? '—',
      divisionName: code === undefined ? '—' : bookName(code),
      isRepaired,
      rows: rows.map(({ day, quantity, stored, counted }) => ({ day, quantity, stored, counted })),
    };
  });
}

/** Of persons (masked), divisions, projects and shifts, by id; four round trips at once. */
async function namesOf(ports: Ports, differences: readonly Difference[]): Promise<Map<string, string>> {
  const { database } = ports;
  const people = differences.flatMap((one) => (one.kind === 'volunteer' ? [one.of.volunteerId] : []));
  const shiftIds = differences.flatMap((one) => (one.kind === 'shift' ? [one.of.shiftId] : []));
  const books = differences.flatMap((one): string[] => {
    // Of a place of a project both.
    if (one.kind === 'cell') return one.of.book.split('@');
    return one.kind === 'volunteer' ? one.of.rows.map(({ divisionCode }) => divisionCode) : [];
  });
  const [volunteers, shifts, divisions, projects] = await Promise.all([
    database.getMany('volunteers', people),
    database.getMany('shifts', shiftIds),
    database.getMany('divisions', [...new Set(books)].filter(isDivisionCode)),
    database.getMany(
      'projects',
      [...new Set(books)].filter((book) => !isDivisionCode(book)),
    ),
  ]);
  return new Map<string, string>([
    ...volunteers.map((one) => [one._id, redactName(one.name)] as const),
    ...shifts.map((one) => [one._id, `${one.title} · ${one.divisionName}`] as const),
    ...divisions.map((one) => [one._id, pathNameOf(one)] as const),
    ...projects.map((one) => [one._id, `项目 ${one.title}`] as const),
  ]);
}
