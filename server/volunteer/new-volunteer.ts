/** The document of a person who registers, or of a child whose guardian keeps the profile. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { parseVolunteerId, type DivisionCode } from '@domain/kernel/identifiers';
import { civilDayOf } from '@domain/time/civil-day';
import type { OptionalConsent } from '@domain/volunteer/consent';
import type { IdNumber } from '@domain/volunteer/id-number';
import type { StoredDocument } from '../kernel/documents';
import type { RequestContext } from '../kernel/procedure';

type Volunteer = StoredDocument<'volunteers'>;

export interface NewVolunteer extends Pick<
  Volunteer,
  | 'name'
  | 'phoneBox'
  | 'phoneHash'
  | 'maskedPhone'
  | 'isPhoneVerified'
  | 'divisionName'
  | 'channel'
  | 'origin'
> {
  readonly divisionCode: DivisionCode;
  readonly consentVersion: string;
  readonly optionalConsents: readonly OptionalConsent[];
  /** who asked and by which request; never the id number, which an id would let one try out */
  readonly source: string;
}

/**
 * The id comes from who asked and the request: a retry makes the same one, and who registers anew after
 * leaving is somebody new whom no id number leads to (RG1, RG10).
 */
export function newVolunteer(
  { ports, now }: Pick<RequestContext, 'ports' | 'now'>,
  cityCode: DivisionCode,
  identity: IdNumber,
  { divisionCode, consentVersion, optionalConsents, source, ...known }: NewVolunteer,
): Volunteer {
  const volunteerId = parseVolunteerId(ports.secrets.shortId('volunteer', source));
  const today = civilDayOf(now);
  return {
    ...known,
    _id: volunteerId,
    volunteerNumber: `${cityCode}-${volunteerId}`,
    sex: identity.sex,
    birthDay: identity.birthDay,
    idNumberBox: ports.secrets.seal(identity.text),
    status: 'active',
    registeredAt: now,
    registeredDay: today,
    leftDay: null,
    residences: [{ divisionCode, fromDay: today }],
    consents: [
      { kind: 'basic', version: consentVersion, at: now },
      ...[...new Set(optionalConsents)].map((kind) => ({ kind, version: CONSENT_VERSIONS[kind], at: now })),
    ],
  };
}
