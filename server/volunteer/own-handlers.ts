/** What a person reads and says of themself: part of the handlers of the function `api`. */
import { changeConsent, listConsents } from './consents';
import { changePhone, getMyData, takeData } from './my-data';
import { changeProfile, getProfile } from './profile';

export const ownHandlers = {
  'volunteer.listConsents': listConsents,
  'volunteer.changeConsent': changeConsent,
  'volunteer.getProfile': getProfile,
  'volunteer.changeProfile': changeProfile,
  'volunteer.getMyData': getMyData,
  'volunteer.changePhone': changePhone,
  'volunteer.takeData': takeData,
} as const;
