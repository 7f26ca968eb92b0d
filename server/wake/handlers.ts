/** Of wakes and invitations; part of `handlers`. */
import { makeWake, measureWake, startWake, stopWake } from './manage';
import { openInvitation } from './open-invitation';
import { getWake, listWakePeople, listWakes } from './read-wakes';
import { getMyInvitation, pauseInvitations } from './standing';

export const wakeHandlers = {
  'wake.make': makeWake,
  'wake.start': startWake,
  'wake.stop': stopWake,
  'wake.measure': measureWake,
  'wake.get': getWake,
  'wake.list': listWakes,
  'wake.listPeople': listWakePeople,
  'invitation.open': openInvitation,
  'invitation.getMine': getMyInvitation,
  'invitation.pause': pauseInvitations,
} as const;
