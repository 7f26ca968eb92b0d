/** The documents of 点单 (DM): an order with everything that became of it, and what a team was rated. */
import { ORDER_GROUPS, ORDER_STATES } from '@domain/demand/order';
import { SERVICE_FIELDS } from '@domain/project/project';
import {
  orderIdField,
  orderMoveSchema,
  orderPositionField,
  ratingSchema,
  wishField,
} from '@contract/demand.contract';
import {
  activityIdField,
  communityCodeField,
  countField,
  divisionCodeField,
  instantField,
  shiftIdField,
  teamIdField,
} from '@contract/fields';
import { skillField } from '@contract/profile.contract';
import * as z from 'zod';
import '@contract/zod-config';

export const demandDocumentSchemas = {
  orders: z.object({
    _id: orderIdField,
    field: z.enum(SERVICE_FIELDS),
    need: z.string(),
    /** absent: none was asked for */
    skills: z.array(skillField).exactOptional(),
    divisionCode: communityCodeField,
    divisionName: z.string(),
    placeName: z.string(),
    position: orderPositionField,
    wishes: z.array(wishField),
    peopleCount: countField,
    isProxy: z.boolean(),
    /** who asked: the account, and the person it stood for; empty: has left (RG10) */
    askerKeys: z.array(z.string()),
    /** sealed, and only as long as somebody may need it; null: gone, or nobody gave one */
    contactNameBox: z.string().nullable(),
    contactPhoneBox: z.string().nullable(),
    placedAt: instantField,
    state: z.enum(ORDER_STATES),
    group: z.enum(ORDER_GROUPS),
    movedAt: instantField,
    expiresAt: instantField,
    dispatchCount: countField,
    teamId: teamIdField.nullable(),
    teamName: z.string(),
    activityId: activityIdField.nullable(),
    shiftId: shiftIdField.nullable(),
    rating: ratingSchema.nullable(),
    moves: z.array(orderMoveSchema.extend({ by: z.string(), requestId: z.string() })),
    /** the divisions around it, whose sites and offices see it */
    officeKeys: z.array(divisionCodeField),
    /** while it is put up: the divisions whose teams may take it */
    offeredKeys: z.array(divisionCodeField),
  }),
  /** `_id` is the team; the sums of its ratings, changed with each in one transaction */
  teamRatings: z.object({ _id: teamIdField, starSum: countField, ratingCount: countField }),
} as const;

/** Of a shift that was made for an order (DM5). */
export const demandFieldsOfShift = { orderId: orderIdField.exactOptional() } as const;
