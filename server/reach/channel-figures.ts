/** 渠道成效 (VI6): what offices see of openings and what came of them, from at most twelve documents. */
import { levelOf } from '@domain/geography/division';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { DivisionCode } from '@domain/kernel/identifiers';
import { channelOfText } from '@domain/link/channel';
import {
  byEffect,
  channelFiguresOf,
  channelSumsIdOf,
  monthBefore,
  monthsBetween,
  type ChannelFigures,
  type ChannelRow,
  type Passage,
  type PassageCounts,
} from '@domain/link/channel-sums';
import { contentOfText, textOfContent } from '@domain/link/content';
import type { ParsedInputOf } from '@contract/procedures';
import { familyOf } from '../geography/division-lookup';
import { pageOf, parseCursor } from '../kernel/cursor';
import type { StoredDocument } from '../kernel/documents';
import type { Handler, RequestContext } from '../kernel/procedure';
import { readRange } from '../kernel/read-range';
import { askedDivision } from '../statistics/asked-division';
import { readTallyIds } from '../statistics/read-tallies';
import { titlesOf } from './content-titles';
import { openingsCountedUntil } from './count-openings';

const PAGE = 20;

type Asked = Pick<ParsedInputOf<'reach.getChannelFigures'>, 'divisionCode' | 'firstMonth' | 'lastMonth'>;
type Refusal = Rejection<'actor.forbidden' | 'request.malformed' | 'division.notFound'>;
interface Read {
  readonly kind: 'read';
  readonly divisionCode: DivisionCode;
  readonly asOf: number;
  readonly figures: ChannelFigures;
}

/**
 * Roles, then how far fold and openings are, then the sums: what is said to be in them is. Round trips: 3,
 * and more where a year's documents are above 1 MB.
 */
async function readFigures(context: RequestContext, asked: Asked): Promise<Read | Refusal> {
  const { ports } = context;
  const { firstMonth, lastMonth } = asked;
  const division = await askedDivision(context, { divisionCode: asked.divisionCode, day: null }, 'own');
  if (division.kind === 'rejected') return division;
  const { divisionCode } = division;
  if (levelOf(divisionCode) !== 'city' && levelOf(divisionCode) !== 'county')
    return rejected('division.notFound');
  if (monthsBetween(firstMonth, lastMonth) === null)
    return rejected('request.malformed', { path: 'lastMonth', issue: 'range' });
  const [{ asOf }, until] = await Promise.all([readTallyIds(ports, []), openingsCountedUntil(ports)]);
  const months = await readRange(
    ports,
    'channelSums',
    {},
    {
      above: channelSumsIdOf(divisionCode, monthBefore(firstMonth, 1)),
      below: channelSumsIdOf(divisionCode, monthBefore(lastMonth, -1)),
    },
  );
  const figures = channelFiguresOf(months.map(({ cells }) => cells));
  return { kind: 'read', divisionCode, asOf: Math.min(asOf, until), figures };
}

export const getChannelFigures: Handler<'reach.getChannelFigures'> = async (input, context) => {
  const read = await readFigures(context, input);
  if (read.kind === 'rejected') return read;
  const { divisionCode, asOf, figures } = read;
  const family = await familyOf(context.ports, divisionCode);
  const self = family.find(({ _id }) => _id === divisionCode);
  if (self === undefined) return rejected('division.notFound');
  const { total, channels, contents, counties } = figures;
  const own = { divisionCode, name: self.name, counts: withoutParts(total, counties) };
  const below = family.filter(({ _id }) => _id !== divisionCode);
  return {
    ...{ asOf, divisionCode, divisionName: self.name, total },
    parts: levelOf(divisionCode) === 'city' ? [own, ...countyParts(below, counties)] : [],
    channelCount: channels.length,
    contentCount: contents.length,
  };
};

/** Those without anything too: the offices compare. */
function countyParts(below: readonly StoredDocument<'divisions'>[], counties: readonly ChannelRow[]) {
  const countsOf = new Map(counties.map(({ key, counts }) => [key, counts]));
  const nothing = { opened: 0, registered: 0, served: 0 };
  return below
    .map(({ _id, name }) => ({ key: _id, name, counts: countsOf.get(_id) ?? nothing }))
    .sort(byEffect)
    .map(({ key, name, counts }) => ({ divisionCode: key, name, counts }));
}

function withoutParts(total: PassageCounts, parts: readonly ChannelRow[]): PassageCounts {
  const rest = (passage: Passage): number =>
    parts.reduce((sum, { counts }) => sum - counts[passage], total[passage]);
  return { opened: rest('opened'), registered: rest('registered'), served: rest('served') };
}

/** In memory: all of them lie in the documents that were read anyway. */
function pageOfRows(rows: readonly ChannelRow[], cursor: string | null) {
  const [from = 0] = parseCursor(cursor) ?? [];
  const numbered = rows.map((row, index) => ({ row, place: index + 1 }));
  const page = pageOf(numbered.slice(Math.max(0, from)), PAGE, ({ place }) => [place, 'row']);
  return { rows: page.rows.map(({ row }) => row), nextCursor: page.nextCursor };
}

export const listChannels: Handler<'reach.listChannels'> = async (input, context) => {
  const read = await readFigures(context, input);
  if (read.kind === 'rejected') return read;
  const { rows, nextCursor } = pageOfRows(read.figures.channels, input.cursor);
  return { rows: rows.map(({ key, counts }) => ({ channel: channelOfText(key), counts })), nextCursor };
};

/** One round trip more for each kind of content on the page. */
export const listContents: Handler<'reach.listContents'> = async (input, context) => {
  const read = await readFigures(context, input);
  if (read.kind === 'rejected') return read;
  const page = pageOfRows(read.figures.contents, input.cursor);
  const rows = page.rows.flatMap(({ key, counts }) => {
    const content = contentOfText(key);
    return content === null ? [] : [{ ...content, counts }];
  });
  const titles = await titlesOf(context.ports, rows);
  return {
    rows: rows.map((row) => ({ ...row, title: titles.get(textOfContent(row)) ?? '—' })),
    nextCursor: page.nextCursor,
  };
};
