/** 重述记录, newest first, paged by key. Round trips: 3 (roles, links, names of divisions). */
import type { DivisionCode } from '@domain/kernel/identifiers';
import type { RestatementView } from '@contract/audit.contract';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { Handler } from '../kernel/procedure';
import { cityOfficeOf } from './city-office';
import type { Publication } from './publication-chain';

const PAGE = 10;
const CHANGES_SHOWN = 8;

export const listRestatements: Handler<'audit.listRestatements'> = async (input, context) => {
  const office = await cityOfficeOf(context);
  if (office.kind === 'rejected') return office;
  const { database } = context.ports;
  const found = await database.find('publications', {
    where: { kind: 'restatement' },
    orderBy: [
      ['seq', 'desc'],
      ['_id', 'asc'],
    ],
    after: parseCursor(input.cursor),
    limit: PAGE + 1,
  });
  const page = pageOf(found, PAGE, (row) => [row.seq, row._id]);
  const codes = page.rows.flatMap((row) => shownOf(row).map(({ divisionCode }) => divisionCode));
  const divisions = await database.getMany('divisions', [...new Set(codes)]);
  const names = new Map<DivisionCode, string>(divisions.map(({ _id, name }) => [_id, name]));
  return { restatements: page.rows.map((row) => toView(row, names)), nextCursor: page.nextCursor };
};

/** Shorter codes are further up. */
function shownOf(link: Publication): Publication['changes'] {
  const upperFirst = [...link.changes].sort((a, b) => a.divisionCode.length - b.divisionCode.length);
  return upperFirst.slice(0, CHANGES_SHOWN);
}

function toView(link: Publication, names: ReadonlyMap<DivisionCode, string>): RestatementView {
  return {
    seq: link.seq,
    day: link.day,
    publishedAt: link.publishedAt,
    reasons: link.reasons.map(({ cause, text, actor }) => ({ cause, text, actorName: actor })),
    changeCount: link.changes.length,
    changes: shownOf(link).map((change) => ({
      ...change,
      divisionName: names.get(change.divisionCode) ?? change.divisionCode,
    })),
  };
}
