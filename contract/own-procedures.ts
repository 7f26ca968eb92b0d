/** What a person reads and says of themself: by wire names; part of `procedures`. */
import { changeConsent, listConsents } from './consent.contract';
import { changePhone, getMyData, takeData } from './my-data.contract';
import { changeProfile, getProfile } from './profile.contract';

export const ownProcedures = {
  'volunteer.listConsents': listConsents,
  'volunteer.changeConsent': changeConsent,
  'volunteer.getProfile': getProfile,
  'volunteer.changeProfile': changeProfile,
  'volunteer.getMyData': getMyData,
  'volunteer.changePhone': changePhone,
  'volunteer.takeData': takeData,
} as const;
