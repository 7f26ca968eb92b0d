/** 实践中心、所、站 (SN): where volunteers are at home, in county, township and community. */
import { activityViewSchema } from './activity.contract';
import {
  cursorField,
  divisionCodeField,
  latitudeField,
  lineField,
  longitudeField,
  requestIdField,
} from './fields';
import { SEARCH_FIELDS } from './person-request.contract';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** 中心、所、站: of a county, a township, a community */
export const STATION_LEVELS = ['centre', 'institute', 'station'] as const;
export const stationIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
export const STATION_NAME_MAXIMUM = 40;
export const STATION_ADDRESS_MAXIMUM = 80;
export const STATION_REASON_MAXIMUM = 100;
const positionField = z.object({ latitude: latitudeField, longitude: longitudeField }).nullable();

const stationSchema = z.object({
  stationId: stationIdField,
  name: z.string(),
  level: z.enum(STATION_LEVELS),
  divisionCode: divisionCodeField,
  divisionName: z.string(),
  address: z.string(),
  position: positionField,
  /** masked; the number only for who may change it */
  managerName: z.string().nullable(),
  managerNumber: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  closeReason: z.string().nullable(),
  mayChange: z.boolean(),
});
export type StationView = z.output<typeof stationSchema>;

export const listStations = procedure({
  summary: '一个县（市）的实践中心、所、站，新的在前，分页',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ countyCode: divisionCodeField, cursor: cursorField }),
  output: z.object({ stations: z.array(stationSchema), mayCreate: z.boolean(), nextCursor: cursorField }),
});

export const getStation = procedure({
  summary: '一个实践站点，和它所在县（市）还没结束的活动：站点海报的码打开这里',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ stationId: stationIdField }),
  output: z.object({ station: stationSchema, activities: z.array(activityViewSchema) }),
});

const fields = {
  name: lineField(2, STATION_NAME_MAXIMUM),
  address: lineField(2, STATION_ADDRESS_MAXIMUM),
  position: positionField,
  /** a volunteer's whole number; null: nobody */
  managerNumber: SEARCH_FIELDS.number.nullable(),
};

export const createStation = procedure({
  summary: '新建实践中心（县）、所（乡镇）或站（村、社区）',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, divisionCode: divisionCodeField, ...fields }),
  output: z.object({ stationId: stationIdField }),
});

export const changeStation = procedure({
  summary: '改实践站点的名称、地址、位置、负责人',
  audience: 'office',
  kind: 'command',
  input: z.object({ requestId: requestIdField, stationId: stationIdField, ...fields }),
  output: z.object({ stationId: stationIdField }),
});

export const closeStation = procedure({
  summary: '停用实践站点，写明理由',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    stationId: stationIdField,
    reason: lineField(2, STATION_REASON_MAXIMUM),
  }),
  output: z.object({ outcome: z.enum(['closed', 'already']) }),
});
