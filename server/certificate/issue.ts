/**
 * 出具 (CE1–CE4): a snapshot of chosen records under the name of the organisation that kept them. Round trips:
 * account; volunteer, records and today's number; projects; team; one transaction of two look-ups and two
 * writes.
 */
import { decideCertify, periodOf, totalMinutesOf } from '@domain/certificate/certificate';
import { lineageOf } from '@domain/geography/division';
import { attendanceIdOf, parseCertificateId, type CertificateId } from '@domain/kernel/identifiers';
import { assert, rejected } from '@domain/kernel/result';
import { civilDayOf, startOfDay } from '@domain/time/civil-day';
import { redactIdNumber, redactName } from '@domain/volunteer/redact';
import type { ParsedInputOf } from '@contract/procedures';
import type { StoredDocument } from '../kernel/documents';
import { requireAccount, requireOpenId, type Handler, type RequestContext } from '../kernel/procedure';
import { withProjects, type CandidateRecord } from './candidate-records';
import {
  certificateNumberOf,
  contentHashOf,
  lookupIdOf,
  verificationLinkOf,
  type CertificateDocument,
  type CertifiedContent,
} from './certificate-secrets';
import { toCertificateSummary } from './certificate-view';

type Input = ParsedInputOf<'certificate.issue'>;
type Volunteer = StoredDocument<'volunteers'>;
type Team = StoredDocument<'teams'>;

export const issueCertificate: Handler<'certificate.issue'> = async (input, context) => {
  const { ports } = context;
  const { volunteerId } = await requireAccount(context);
  const id = parseCertificateId(
    ports.secrets.shortId('certificate', `${requireOpenId(context)}:${input.requestId}`),
  );
  const wanted = [...new Set(input.shiftIds)].map((shiftId) => attendanceIdOf(shiftId, volunteerId));
  const [known, volunteer, found, issuedTodayCount] = await Promise.all([
    ports.database.get('certificates', id),
    ports.database.get('volunteers', volunteerId),
    ports.database.getMany('attendances', wanted),
    ports.database.count('certificates', {
      volunteerId,
      issuedAt: { atLeast: startOfDay(civilDayOf(context.now)) },
    }),
  ]);
  if (known !== null) return { certificate: toCertificateSummary(known), outcome: 'already' };
  if (volunteer?.status !== 'active') return rejected('volunteer.inactive');
  // A training is a record of its own kind, and no service (ST13).
  const services = found.filter(({ trainingValidDays }) => trainingValidDays === null);
  const records = await withProjects(ports, services);
  const decision = decideCertify({
    volunteerId,
    wantedCount: wanted.length,
    issuedTodayCount,
    records: records.map(({ attendance, team }) => ({
      attendanceId: attendance._id,
      volunteerId: attendance.volunteerId,
      state: attendance.state,
      creditedMinutes: attendance.creditedMinutes,
      teamId: team?.teamId ?? null,
    })),
  });
  if (decision.kind === 'rejected') return decision;
  const team = await ports.database.get('teams', decision.teamId);
  assert(team !== null, 'a project has a team');
  const certificate = compose({ id, input, volunteer, team, records }, context);
  const stored = await addOnce(context, certificate);
  const outcome = stored.isNew ? 'issued' : 'already';
  return { certificate: toCertificateSummary(stored.certificate), outcome };
};

interface Parts {
  readonly id: CertificateId;
  readonly input: Input;
  readonly volunteer: Volunteer;
  readonly team: Team;
  readonly records: readonly CandidateRecord[];
}

function compose(parts: Parts, { ports: { secrets }, now }: RequestContext): CertificateDocument {
  const { id, input, volunteer, team } = parts;
  const records = [...parts.records]
    .sort((a, b) => a.attendance.startsAt - b.attendance.startsAt)
    .map(({ attendance, day, projectTitle }) => ({
      attendanceId: attendance._id,
      day,
      title: attendance.title,
      projectTitle,
      placeName: attendance.placeName,
      minutes: attendance.creditedMinutes,
    }));
  const content: CertifiedContent = {
    _id: id,
    number: certificateNumberOf(secrets, id, civilDayOf(now)),
    volunteerId: volunteer._id,
    teamId: team._id,
    issuerName: team.name,
    issuedIn: lineageOf(team.divisionCode),
    maskedName: redactName(volunteer.name),
    shownName: input.showsFullName ? volunteer.name : redactName(volunteer.name),
    maskedIdNumber: input.showsIdNumber ? redactIdNumber(secrets.open(volunteer.idNumberBox)) : null,
    ...periodOf(records),
    minutes: totalMinutesOf(records),
    records,
    issuedAt: now,
  };
  return { ...content, contentHash: contentHashOf(secrets, content), files: {}, revocation: null };
}

/** Certificate and code are stored together or not at all. */
function addOnce(
  { ports }: RequestContext,
  certificate: CertificateDocument,
): Promise<{ certificate: CertificateDocument; isNew: boolean }> {
  const lookupId = lookupIdOf(ports.secrets, verificationLinkOf(ports.secrets, certificate.number));
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.get('certificates', certificate._id);
    if (known !== null) return { certificate: known, isNew: false };
    // 40 random bits a day: ten thousand certificates meet once in fifty years, and then one is asked again.
    const taken = await transaction.get('certificateCodes', lookupId);
    assert(taken === null, 'a certificate number is used once');
    await transaction.add('certificates', certificate);
    await transaction.add('certificateCodes', { _id: lookupId, certificateId: certificate._id });
    return { certificate, isNew: true };
  });
}
