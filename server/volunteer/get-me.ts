import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { CONSENT_KINDS, isInForce } from '@domain/volunteer/consent';
import { serviceTotalsOf } from '../attendance/service-totals';
import type { Handler } from '../kernel/procedure';
import { saidBy } from '../team/said';
import { toOwnVolunteer } from './volunteer-view';

export const getMe: Handler<'volunteer.getMe'> = async (_input, context) => {
  const { actor, ports } = context;
  const [account, grants] = await Promise.all([actor.account(), actor.grants()]);
  const roles = grants.map(({ role, scope, scopeName }) => ({ role, scope, scopeName }));
  const isSignedIn = actor.openId !== null;
  if (account === null) {
    return { isSignedIn, volunteer: null, totalMinutes: 0, recordCount: 0, roles, consents: [] };
  }
  const { volunteerId } = account;
  const [volunteer, totals] = await Promise.all([
    ports.database.get('volunteers', volunteerId),
    serviceTotalsOf(ports, volunteerId),
  ]);
  return {
    isSignedIn,
    volunteer: volunteer === null ? null : toOwnVolunteer(volunteer),
    ...totals,
    roles,
    ...(volunteer?.profile === undefined ? {} : { said: saidBy(volunteer) }),
    consents: CONSENT_KINDS.filter((kind) =>
      kind === 'location'
        ? account.locationVersion === CONSENT_VERSIONS.location
        : isInForce(volunteer?.consents ?? [], kind, CONSENT_VERSIONS[kind]),
    ),
  };
};
