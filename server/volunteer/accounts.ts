/** 账号: the WeChat identities that have registered or found a record, and what they keep of it. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { redactName } from '@domain/volunteer/redact';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

type Account = StoredDocument<'accounts'>;
type Volunteer = StoredDocument<'volunteers'>;

/** Phones one person has found the record with; more are not in use. */
const MAXIMUM_ACCOUNTS = 50;

export function accountOf(openId: string, volunteer: Volunteer, now: number): Account {
  const { _id: volunteerId, birthDay, consents, mergedIds } = volunteer;
  return {
    _id: openId,
    volunteerId,
    maskedName: redactName(volunteer.name),
    birthDay,
    boundAt: now,
    locationVersion: locationVersionOf(consents),
    ...(mergedIds === undefined ? {} : { mergedIds }),
  };
}

/** Copied to the account, so that a check-in by location reads nothing more (CO3). */
export function locationVersionOf(consents: Volunteer['consents']): string | null {
  return consents.find(({ kind }) => kind === 'location')?.version ?? null;
}

/** Nobody has claimed a record that has agreed to nothing yet: it was imported (IM9). */
export function isClaimed({ consents }: Pick<Volunteer, 'consents'>): boolean {
  return consents.length > 0;
}

export interface BoundAccounts {
  readonly ids: readonly string[];
  /** a transaction that finds another count has missed an account */
  readonly claimCount: number;
}

/** The count first: a claim in between makes it differ. Two round trips. */
export async function boundAccounts(
  { database }: Pick<Ports, 'database'>,
  volunteerId: VolunteerId,
): Promise<BoundAccounts> {
  const volunteer = await database.get('volunteers', volunteerId);
  const accounts = await database.find('accounts', { where: { volunteerId }, limit: MAXIMUM_ACCOUNTS });
  return { ids: accounts.map(({ _id }) => _id), claimCount: volunteer?.claimCount ?? 0 };
}

export function missesAccounts({ claimCount }: BoundAccounts, volunteer: Volunteer): boolean {
  return (volunteer.claimCount ?? 0) !== claimCount;
}
