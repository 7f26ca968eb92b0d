/** One incident's differences, names masked, paged. Round trips: 4 (roles, incident, names, divisions). */
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
  | { readonly kind: 'cell'; readonly of: Incident['cells'][number] };

const PAGE = 20;

export const listDifferences: Handler<'audit.listDifferences'> = async (input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  const incident = await context.ports.database.get('incidents', input.incidentId);
  if (incident === null) return rejected('incident.notFound');
  const all: Difference[] = [
    ...incident.volunteers.map((of) => ({ kind: 'volunteer', of }) as const),
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
  const people = differences.flatMap((one) => (one.kind === 'volunteer' ? [one.of.volunteerId] : []));
  const codes = differences.flatMap((one) =>
    one.kind === 'cell' ? [one.of.divisionCode] : one.of.rows.map((row) => row.divisionCode),
  );
  const [volunteers, divisions] = await Promise.all([
    ports.database.getMany('volunteers', people),
    ports.database.getMany('divisions', [...new Set(codes)]),
  ]);
  const names = new Map(volunteers.map((one) => [one._id, redactName(one.name)]));
  const places = new Map(divisions.map((one) => [one._id, pathNameOf(one)]));
  return differences.map((one) => {
    if (one.kind === 'cell') {
      const { divisionCode, cell, quantity, excess, isRepaired } = one.of;
      const divisionName = places.get(divisionCode) ?? divisionCode;
      return { kind: 'cell', divisionName, cell, quantity, excess, isRepaired };
    }
    const { volunteerId, rows, isRepaired } = one.of;
    const code = rows[0]?.divisionCode;
    return {
      kind: 'volunteer',
      maskedName: names.get(volunteerId) ?? '—',
      divisionName: code === undefined ? '—' : (places.get(code) ?? code),
      isRepaired,
      rows: rows.map(({ day, quantity, stored, counted }) => ({ day, quantity, stored, counted })),
    };
  });
}
