import type { OwnVolunteer } from '@contract/volunteer.contract';
import type { StoredDocument } from '../kernel/documents';

export function toOwnVolunteer(volunteer: StoredDocument<'volunteers'>): OwnVolunteer {
  const residence = volunteer.residences[volunteer.residences.length - 1];
  if (residence === undefined) throw new Error('invariant broken: a volunteer has a residence');
  return {
    volunteerId: volunteer._id,
    volunteerNumber: volunteer.volunteerNumber,
    name: volunteer.name,
    maskedPhone: volunteer.maskedPhone,
    divisionCode: residence.divisionCode,
    divisionName: volunteer.divisionName,
    registeredDay: volunteer.registeredDay,
  };
}
