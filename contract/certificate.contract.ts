/** 志愿服务证明 (CE1–CE9): choosing, issuing, revoking, verifying. */
import { CERTIFICATE_STATES, MAXIMUM_CERTIFIED_RECORDS } from '@domain/certificate/certificate';
import { parseCertificateNumber } from '@domain/certificate/certificate-code';
import { parseAttendanceId } from '@domain/kernel/identifiers';
import {
  certificateIdField,
  countField,
  cursorField,
  dayField,
  instantField,
  projectIdField,
  requestIdField,
  shiftIdField,
  teamIdField,
  textField,
} from './fields';
import { procedure } from './procedure-kit';
import * as z from 'zod';
import './zod-config';

export const certificateNumberField = z.string().transform((text, context) => {
  const number = parseCertificateNumber(text);
  if (number !== null) return number;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
export const certifiedRecordSchema = z.object({
  attendanceId: z.string().transform(parseAttendanceId),
  day: dayField,
  title: z.string(),
  projectTitle: z.string(),
  placeName: z.string(),
  minutes: countField,
});

const candidateSchema = certifiedRecordSchema.omit({ attendanceId: true }).extend({
  shiftId: shiftIdField,
  projectId: projectIdField,
  teamId: teamIdField,
  teamName: z.string(),
});
export type CertificateCandidate = z.output<typeof candidateSchema>;

export const listCertifiable = procedure({
  summary: '一段日期里可以开证明的服务记录（已确认、有时长），新的在前',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ fromDay: dayField, toDay: dayField }),
  output: z.object({
    records: z.array(candidateSchema),
    /** there are more than one certificate holds: choose a shorter period */
    isTruncated: z.boolean(),
    name: z.string(),
    maskedName: z.string(),
    maskedIdNumber: z.string(),
  }),
});

const summarySchema = z.object({
  certificateId: certificateIdField,
  number: certificateNumberField,
  issuedAt: instantField,
  issuerName: z.string(),
  fromDay: dayField,
  toDay: dayField,
  minutes: countField,
  recordCount: countField,
  revocation: z
    .object({ day: dayField, by: z.enum(['holder', 'office']), reason: z.string().nullable() })
    .nullable(),
});
export type CertificateSummary = z.output<typeof summarySchema>;

export const issueCertificate = procedure({
  summary: '开具平台服务记录：选定的记录，姓名和证件号默认脱敏',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    shiftIds: z.array(shiftIdField).min(1).max(MAXIMUM_CERTIFIED_RECORDS),
    showsFullName: z.boolean(),
    showsIdNumber: z.boolean(),
  }),
  output: z.object({ certificate: summarySchema, outcome: z.enum(['issued', 'already']) }),
});

export const listMyCertificates = procedure({
  summary: '我开具过的证明，新的在前，分页',
  audience: 'account',
  kind: 'query',
  input: z.object({ cursor: cursorField }),
  output: z.object({ certificates: z.array(summarySchema), nextCursor: cursorField }),
});

export const getCertificate = procedure({
  summary: '我的一份证明：纸面内容、查验码、现在是否有效',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({ certificateId: certificateIdField }),
  output: z.object({
    certificate: summarySchema,
    state: z.enum(CERTIFICATE_STATES),
    confirmedMinutes: countField,
    /** the scene of the verification link */
    scene: z.string(),
    siteOrigin: z.string().nullable(),
    name: z.string(),
    maskedIdNumber: z.string().nullable(),
    records: z.array(certifiedRecordSchema),
  }),
});
export type CertificateView = z.output<typeof getCertificate.output>;

/** 200 records fill 10 pages; long titles a few more. */
const MAXIMUM_PAGES = 60;
export const getCertificateFile = procedure({
  summary: '证明的文件：整份 PDF，或一页的图片；第一次请求时画好，以后取同一份',
  audience: 'volunteer',
  kind: 'query',
  input: z.object({
    certificateId: certificateIdField,
    file: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('pdf') }),
      z.object({ kind: z.literal('page'), page: z.number().int().min(1).max(MAXIMUM_PAGES) }),
    ]),
  }),
  output: z.object({ url: z.string(), fileName: z.string() }),
});

export const revokeCertificate = procedure({
  summary: '作废我的一份证明，不能恢复',
  audience: 'volunteer',
  kind: 'command',
  input: z.object({ requestId: requestIdField, certificateId: certificateIdField }),
  output: z.object({ certificate: summarySchema, outcome: z.enum(['revoked', 'already']) }),
});

export const REASON_MAXIMUM_CHARACTERS = 200;
const issuedSchema = summarySchema.extend({ maskedName: z.string() });
export type IssuedCertificate = z.output<typeof issuedSchema>;

export const listIssuedCertificates = procedure({
  summary: '本级区划内开具的证明，新的在前，或按编号查',
  audience: 'office',
  kind: 'query',
  input: z.object({ number: z.string().max(40).nullable(), cursor: cursorField }),
  output: z.object({
    certificates: z.array(issuedSchema),
    nextCursor: cursorField,
    mayRevoke: z.boolean(),
  }),
});

export const revokeIssuedCertificate = procedure({
  summary: '办公室撤销一份证明，写明理由，不能恢复',
  audience: 'office',
  kind: 'command',
  input: z.object({
    requestId: requestIdField,
    certificateId: certificateIdField,
    reason: textField(2, REASON_MAXIMUM_CHARACTERS),
  }),
  output: z.object({ certificate: issuedSchema, outcome: z.enum(['revoked', 'already']) }),
});

/** What anybody learns who holds the paper: this and nothing else (CE6). */
export const getVerification = procedure({
  summary: '查验一份证明：编号和查验码都对，才显示是否有效、脱敏姓名、期间、时长、记录单位',
  audience: 'visitor',
  kind: 'query',
  input: z.object({ number: z.string().max(40), code: z.string().max(40) }),
  output: z.object({
    state: z.enum(CERTIFICATE_STATES),
    maskedName: z.string(),
    fromDay: dayField,
    toDay: dayField,
    minutes: countField,
    /** of those minutes, what is confirmed now */
    confirmedMinutes: countField,
    issuerName: z.string(),
  }),
});
export type Verification = z.output<typeof getVerification.output>;
