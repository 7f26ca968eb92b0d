/** 同类城市 (ST17): figures other cities have published, kept with document and day, ranked when comparable. */
import { PEER_DEFINITIONS, PEER_INDICATORS, PEER_MEASURES } from '@domain/statistics/peer';
import { PEER_COLUMNS } from '@domain/statistics/peer-table';
import { ERROR_CODES } from './error-codes';
import {
  countField,
  dayField,
  instantField,
  lineField,
  peerIdField,
  requestIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import { figureSchema } from './statistics.contract';
import * as z from 'zod';
import './zod-config';

/** 200 rows of the longest cells that make sense */
export const IMPORT_MAXIMUM_CHARACTERS = 40_000;
const CELL_MAXIMUM_CHARACTERS = 120;

const decimal = { digits: countField, exponent: z.number().int().min(-6).max(8) };
export const publishedValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fraction'), numerator: countField, denominator: countField.min(1) }),
  z.object({ kind: z.literal('whole'), ...decimal }),
  z.object({ kind: z.literal('rounded'), ...decimal }),
  z.object({ kind: z.literal('above'), ...decimal }),
]);

const peerFigureFields = {
  cityName: z.string(),
  indicator: z.enum(PEER_INDICATORS),
  definition: z.enum(PEER_DEFINITIONS),
  value: publishedValueSchema,
  asOfDay: dayField,
  document: z.string(),
};
export const peerViewSchema = z.object({
  peerId: peerIdField,
  ...peerFigureFields,
  enteredAt: instantField,
  withdrawnDay: dayField.nullable(),
});
export type PeerView = z.output<typeof peerViewSchema>;

const standingSchema = z.object({
  /** null: the city itself */
  peer: peerViewSchema.nullable(),
  /** the same twice, or every rank that the rounding of published figures allows */
  rank: z.object({ best: countField, worst: countField }),
  /** places gained since the same day last year among the cities ranked on both; null: not to be said */
  movement: z.number().int().nullable(),
});
export type PeerStanding = z.output<typeof standingSchema>;

export const getPeers = procedure({
  summary: '本市与同类城市公布数的比较：同一口径、截至日相近的才排名',
  audience: 'office',
  kind: 'query',
  input: z.object({ measure: z.enum(PEER_MEASURES), day: dayField.nullable() }),
  output: z.object({
    asOf: instantField,
    measure: z.enum(PEER_MEASURES),
    /** the day compared on: the one asked for, else the newest that a comparable figure is of */
    day: dayField,
    previousDay: dayField,
    cityName: z.string(),
    /** of the city itself on that day; no value: none, or before its data begin */
    own: figureSchema,
    isBeforeData: z.boolean(),
    /** the greatest first, the city itself among them */
    standings: z.array(standingSchema),
    unranked: z.array(
      z.object({
        peer: peerViewSchema,
        obstacle: z.enum(['definitionUnstated', 'definitionDiffers', 'tooFarApart']),
      }),
    ),
    /** every row of the indicator, the newest day first, withdrawn ones too */
    rows: z.array(peerViewSchema),
    mayEdit: z.boolean(),
  }),
});
export type Peers = z.output<typeof getPeers.output>;

export const addPeer = procedure({
  summary: '录入一条同类城市公布数，须注明截至日和依据',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    /** as a row of the import: by column, read as a person writes it */
    cells: z.partialRecord(z.enum(PEER_COLUMNS), lineField(0, CELL_MAXIMUM_CHARACTERS)),
  }),
  output: z.object({ peer: peerViewSchema }),
});

const tableField = textField(0, IMPORT_MAXIMUM_CHARACTERS);

export const getPeersPreview = procedure({
  summary: '预览一张粘贴的表：逐行说明会新增、已有还是有错；不写入',
  audience: 'office',
  kind: 'query',
  input: z.object({ text: tableField }),
  output: z.object({
    rows: z.array(
      z.object({
        state: z.enum(['new', 'known', 'refused']),
        figure: z.object(peerFigureFields).nullable(),
        refusal: z
          .object({
            code: z.enum(ERROR_CODES),
            params: z.record(z.string(), z.union([z.string(), z.number()])),
          })
          .nullable(),
      }),
    ),
  }),
});
export type PeerPreview = z.output<typeof getPeersPreview.output>;

export const importPeers = procedure({
  summary: '导入一张表：有一行有错就一行也不写；再导入一次不改变任何数',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, text: tableField }),
  output: z.object({ addedCount: countField, knownCount: countField }),
});

export const withdrawPeer = procedure({
  summary: '撤回一条公布数，自今日起不再比较；不删除',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, indicator: z.enum(PEER_INDICATORS), peerId: peerIdField }),
  output: z.object({ peer: peerViewSchema }),
});
