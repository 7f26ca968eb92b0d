/**
 * Who asks. Identity is the platform's OPENID – on a computer, of the phone that let it in (CS5) –; roles are
 * rows in the database.
 */
import { contains } from '@domain/geography/division';
import type { DivisionCode, OpenId, TeamId } from '@domain/kernel/identifiers';
import { stateOf } from '@domain/role/grant';
import { civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from './documents';
import type { Ports } from './ports';

export type Account = StoredDocument<'accounts'>;
export type RoleGrant = StoredDocument<'roleGrants'>;
type Role = RoleGrant['role'];

/** One person holds few roles; more than this would be a mistake of granting. */
export const MAXIMUM_GRANTS = 50;
const OFFICE_ROLES: readonly Role[] = ['countyOffice', 'cityOffice', 'auditor'];

/** Where a request comes from, as the platform says it: its channel, and the address of the phone. */
export interface Origin {
  readonly source: string;
  readonly clientIp: string;
}
export const UNKNOWN_ORIGIN: Origin = { source: '', clientIp: '' };
/** `read`: roles that only read count as well (AU1). */
export type Reach = 'read' | 'act';

/** Loads what is asked for once, and only when asked: a check-in reads no roles, a board no account. */
export class Actor {
  private accountLoad: Promise<Account | null> | null = null;
  private grantsLoad: Promise<RoleGrant[]> | null = null;

  constructor(
    readonly openId: OpenId | null,
    private readonly ports: Ports,
    readonly origin: Origin = UNKNOWN_ORIGIN,
    private readonly reach: Reach = 'act',
  ) {}

  account(): Promise<Account | null> {
    this.accountLoad ??=
      this.openId === null ? Promise.resolve(null) : this.ports.database.get('accounts', this.openId);
    return this.accountLoad;
  }

  /** grants in force today; an auditor's only where something is read */
  grants(): Promise<RoleGrant[]> {
    this.grantsLoad ??= this.loadGrants();
    return this.grantsLoad;
  }

  private async loadGrants(): Promise<RoleGrant[]> {
    if (this.openId === null) return [];
    const grants = await grantsInForce(this.ports, this.openId);
    return grants.filter(({ role }) => role !== 'auditor' || this.reach === 'read');
  }
}

/** One round trip. */
export async function grantsInForce({ database, now }: Ports, openId: string): Promise<RoleGrant[]> {
  const today = civilDayOf(now());
  const rows = await database.find('roleGrants', { where: { openId }, limit: MAXIMUM_GRANTS });
  return rows.filter(
    ({ fromDay, toDay, revocation }) =>
      stateOf({ fromDay, toDay, isRevoked: revocation !== undefined }, today) === 'inForce',
  );
}

/**
 * May these grants run activities of this team, which works in this division? An auditor's look at them:
 * where something is done there is none among the grants.
 */
export function mayOrganise(
  grants: readonly RoleGrant[],
  teamId: TeamId,
  divisionCode: DivisionCode,
): boolean {
  return grants.some((grant) => {
    if (grant.scope.kind === 'team') return grant.role === 'organiser' && grant.scope.teamId === teamId;
    return contains(grant.scope.divisionCode, divisionCode);
  });
}

/** The divisions these grants open the board of; a city office sees all of its city. */
export function officeDivisions(grants: readonly RoleGrant[]): DivisionCode[] {
  return grants.flatMap((grant) =>
    grant.scope.kind === 'division' && OFFICE_ROLES.includes(grant.role) ? [grant.scope.divisionCode] : [],
  );
}

/** Those with which one may do something: for what a screen offers. */
export function doersOf(grants: readonly RoleGrant[]): RoleGrant[] {
  return grants.filter(({ role }) => role !== 'auditor');
}

/** What an office of the division may look at, an auditor of it may too. */
export function mayInspect(grants: readonly RoleGrant[], divisionCode: DivisionCode): boolean {
  return officeDivisions(grants).some((own) => contains(own, divisionCode));
}

/** An office decides in its own division and below; an auditor only reads. */
export function mayGovern(grants: readonly RoleGrant[], divisionCode: DivisionCode): boolean {
  return grants.some(
    ({ role, scope }) =>
      (role === 'countyOffice' || role === 'cityOffice') &&
      scope.kind === 'division' &&
      contains(scope.divisionCode, divisionCode),
  );
}

export function isOrganiser(grants: readonly RoleGrant[]): boolean {
  return grants.length > 0;
}
