import { CONSENT_KINDS, OPTIONAL_CONSENTS, type ConsentKind } from '@domain/volunteer/consent';
import { instantField, requestIdField, volunteerIdField } from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

/** The text of each consent by version: a text that changes is agreed to anew (CO2). */
export const CONSENT_VERSIONS = {
  basic: '2026-11',
  location: '2026-11',
  publicity: '2026-11',
  sync: '2026-11',
} as const satisfies Readonly<Record<ConsentKind, string>>;

export const optionalConsentField = z.enum(OPTIONAL_CONSENTS);
const versionField = z.string().min(1).max(16);

const consentViewSchema = z.object({
  kind: z.enum(CONSENT_KINDS),
  version: versionField,
  at: instantField,
});
export type ConsentView = z.output<typeof consentViewSchema>;

export const listConsents = procedure({
  summary: '隐私与授权：本人的、和由本人照管的孩子的，各项是否同意',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({}),
  output: z.object({
    consents: z.array(consentViewSchema),
    children: z.array(
      z.object({ volunteerId: volunteerIdField, name: z.string(), consents: z.array(consentViewSchema) }),
    ),
  }),
});

export const changeConsent = procedure({
  summary: '同意或撤回一项授权；不满 14 周岁的由监护人决定',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    /** null: one's own */
    childId: volunteerIdField.nullable(),
    kind: optionalConsentField,
    isGiven: z.boolean(),
    /** of the text that was shown */
    version: versionField,
  }),
  output: z.object({ consents: z.array(consentViewSchema), outcome: z.enum(['changed', 'already']) }),
});
