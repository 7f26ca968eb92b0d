/** 点单–派单–接单–评单 (DM): residents ask, a site dispatches, a team takes, the person served rates. */
import { MAXIMUM_STARS, ORDER_STATES, WISH_LIMITS } from '@domain/demand/order';
import { SERVICE_FIELDS } from '@domain/project/project';
import {
  activityIdField,
  communityCodeField,
  countField,
  cursorField,
  dayField,
  divisionCodeField,
  instantField,
  latitudeField,
  lineField,
  longitudeField,
  personNameField,
  phoneNumberField,
  requestIdField,
  shiftIdField,
  teamIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import { neededSkillsField, skillField } from './profile.contract';
import * as z from 'zod';
import './zod-config';

export const NEED_MAXIMUM = 300;
export const ORDER_PLACE_MAXIMUM = 40;
export const ORDER_REASON_MAXIMUM = 100;
export const RATING_WORDS_MAXIMUM = 200;
export const PEOPLE_MAXIMUM = 500;

export const orderIdField = z.string().regex(/^[0-9A-Za-z]{10}$/);
export const wishField = z.object({ from: instantField, to: instantField });
export const orderPositionField = z.object({ latitude: latitudeField, longitude: longitudeField }).nullable();
const reasonField = lineField(2, ORDER_REASON_MAXIMUM);

const asked = {
  requestId: requestIdField,
  field: z.enum(SERVICE_FIELDS),
  need: textField(4, NEED_MAXIMUM),
  /** that whoever comes should have; absent: none */
  skills: neededSkillsField.exactOptional(),
  communityCode: communityCodeField,
  placeName: lineField(2, ORDER_PLACE_MAXIMUM),
  position: orderPositionField,
  wishes: z.array(wishField).min(1).max(WISH_LIMITS.maximumCount),
  /** who are served */
  peopleCount: z.number().int().min(1).max(PEOPLE_MAXIMUM),
  contactName: personNameField,
};

export const orderMoveSchema = z.object({
  to: z.enum(ORDER_STATES),
  at: instantField,
  byName: z.string(),
  reason: z.string(),
  teamName: z.string(),
});

export const ratingSchema = z.object({
  stars: z.number().int().min(1).max(MAXIMUM_STARS),
  words: z.string(),
  askedWhom: z.string(),
  firstAt: instantField,
  ratedAt: instantField,
});

const orderSchema = z.object({
  orderId: orderIdField,
  field: z.enum(SERVICE_FIELDS),
  need: z.string(),
  skills: z.array(skillField),
  communityCode: communityCodeField,
  divisionName: z.string(),
  placeName: z.string(),
  position: orderPositionField,
  wishes: z.array(wishField),
  peopleCount: countField,
  /** 代点单 */
  isProxy: z.boolean(),
  placedAt: instantField,
  standing: z.enum(ORDER_STATES),
  /** three days without a deed: the county looks (DM4) */
  isOverdue: z.boolean(),
  teamId: teamIdField.nullable(),
  teamName: z.string(),
  activityId: activityIdField.nullable(),
  shiftId: shiftIdField.nullable(),
});
export type OrderView = z.output<typeof orderSchema>;

const placed = z.object({ orderId: orderIdField, outcome: z.enum(['placed', 'already']) });
const moved = z.object({ order: orderSchema });
const page = z.object({ orders: z.array(orderSchema), nextCursor: cursorField });

export const placeOrder = procedure({
  summary: '点单：为自己或家里人请人来服务',
  audience: 'account',
  kind: 'command',
  input: z.object({ ...asked, contactPhone: phoneNumberField }),
  output: placed,
});

export const placeProxyOrder = procedure({
  summary: '代点单：村（社区）干部替村民点单，不需要村民的手机号',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ ...asked, contactPhone: phoneNumberField.nullable() }),
  output: placed,
});

export const withdrawOrder = procedure({
  summary: '撤回自己点的单，写明原因',
  audience: 'account',
  kind: 'command',
  input: z.object({ requestId: requestIdField, orderId: orderIdField, reason: reasonField }),
  output: moved,
});

export const rateOrder = procedure({
  summary: '评单：1 到 5 星，可以写几句；7 天内可以改',
  audience: 'account',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    orderId: orderIdField,
    stars: z.number().int().min(1).max(MAXIMUM_STARS),
    words: textField(0, RATING_WORDS_MAXIMUM),
    /** of a proxy order: who was asked, such as 本人 or 家属 */
    askedWhom: lineField(0, ORDER_PLACE_MAXIMUM),
  }),
  output: moved,
});

export const listMyOrders = procedure({
  summary: '我点的单，新的在前，分页',
  audience: 'account',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: page,
});

export const ORDER_DEEDS = ['take', 'arrange', 'return', 'dispatch', 'decline', 'rate', 'withdraw'] as const;

export const getOrder = procedure({
  summary: '一张单：给点单的人、派单的站点和办公室、被派或接单的队伍',
  audience: 'account',
  kind: 'query',
  input: z.object({ orderId: orderIdField }),
  output: z.object({
    order: orderSchema,
    moves: z.array(orderMoveSchema),
    /** for who asked, who dispatches and the team; null: none yet, or not theirs to see */
    rating: ratingSchema.nullable(),
    /** what who asks may do now */
    mayDo: z.array(z.enum(ORDER_DEEDS)),
    maySeeContact: z.boolean(),
    /** of the teams of who asks, those that may take it */
    ownTeams: z.array(z.object({ teamId: teamIdField, name: z.string() })),
    isOwn: z.boolean(),
  }),
});

export const getOrderContact = procedure({
  summary: '看联系人和电话：只给接单的队伍和派单的站点、办公室，每次查看留有记录',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ orderId: orderIdField }),
  output: z.object({ name: z.string(), phone: z.string().nullable() }),
});

export const OFFICE_LISTS = ['waiting', 'overdue', 'running', 'ended'] as const;
export const listOrders = procedure({
  summary: '派单：本辖区的单，等派的按最晚什么时候要、其他新的在前，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ list: z.enum(OFFICE_LISTS), cursor: cursorField }),
  output: page,
});

export const TEAM_LISTS = ['asked', 'offered', 'running', 'ended'] as const;
export const listTeamOrders = procedure({
  summary: '接单：派给我的队伍的、可以抢的、接下的、办完的，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ list: z.enum(TEAM_LISTS), cursor: cursorField }),
  output: page,
});

const proposalSchema = z.object({
  teamId: teamIdField,
  teamName: z.string(),
  projectCount: countField,
  fieldProjectCount: countField,
  distanceMeters: countField.nullable(),
  freeWishCount: countField,
  wishCount: countField,
  /** of each skill that is asked for, how many members say they have it; null: fewer than are told (PF4) */
  skillCounts: z.array(z.object({ skill: skillField, memberCount: countField.nullable() })),
  /** of all its ratings; null: nobody has rated yet */
  rating: z.object({ starSum: countField, ratingCount: countField }).nullable(),
});
export type ProposalView = z.output<typeof proposalSchema>;

export const listProposals = procedure({
  summary: '派给谁：本县的队伍，按会不会做、有没有空、有没有要的技能、离得多远排列，每个数都写明',
  audience: 'organiser',
  kind: 'query',
  input: z.object({ orderId: orderIdField }),
  output: z.object({
    proposals: z.array(proposalSchema),
    /** the place of the order, its practice site's, or nothing to measure from */
    measuredFrom: z.enum(['place', 'station', 'nothing']),
    /** more teams than are looked at */
    isCut: z.boolean(),
  }),
});

export const dispatchOrder = procedure({
  summary: '派单：请一支队伍接单，或放给乡镇和县里的队伍抢单；不指派个人',
  audience: 'organiser',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    orderId: orderIdField,
    /** null: whoever takes it first */
    teamId: teamIdField.nullable(),
  }),
  output: moved,
});

export const declineOrder = procedure({
  summary: '不受理一张单，写明原因',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, orderId: orderIdField, reason: reasonField }),
  output: moved,
});

export const takeOrder = procedure({
  summary: '接单：由队伍的组织者接下',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, orderId: orderIdField, teamId: teamIdField }),
  output: moved,
});

export const returnOrder = procedure({
  summary: '退单：写明原因，单子回到派单的人那里',
  audience: 'organiser',
  kind: 'command',
  input: z.object({ requestId: requestIdField, orderId: orderIdField, reason: reasonField }),
  output: moved,
});

const quietRowSchema = z.object({
  divisionCode: communityCodeField,
  name: z.string(),
  townshipName: z.string(),
  /** null: nobody has ever served there */
  lastDay: dayField.nullable(),
  quietDays: countField.nullable(),
  /** orders that no team has taken */
  waitingCount: countField,
});
export type QuietRow = z.output<typeof quietRowSchema>;

export const listQuietCommunities = procedure({
  summary: '久未服务的村：从没有过的和最久没有服务的在前，各有几张单在等，分页',
  audience: 'organiser',
  kind: 'query',
  input: z.object({
    /** a county or below; null: of the own role */
    divisionCode: divisionCodeField.nullable(),
    cursor: cursorField,
  }),
  output: z.object({
    asOf: instantField,
    today: dayField,
    divisionName: z.string(),
    /** null: a city, in which one chooses a county first */
    counts: z.object({ communityCount: countField, quietCount: countField }).nullable(),
    rows: z.array(quietRowSchema),
    nextCursor: cursorField,
  }),
});
