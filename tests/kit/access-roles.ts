/** More people for the table of roles: who only reads, who is of elsewhere, whose role is over. */
import { procedures, type ProcedureName } from '@contract/procedures';
import type { JsonObject } from '@local-cloud/host/json';
import { addDays, civilDayOf } from '@domain/time/civil-day';
import type { TestProduct } from './product';
import { addBehind } from './tamper';

/** 理县: nothing of the table's inputs lies there. */
export const ELSEWHERE = '513222';
const OWN = '513201';
const CITY = '5132';

export const FURTHER_ROLES = {
  auditor: 'access-auditor',
  cityAuditor: 'access-city-auditor',
  expired: 'access-expired',
  organiserElsewhere: 'access-organiser-elsewhere',
  countyElsewhere: 'access-county-elsewhere',
  auditorElsewhere: 'access-auditor-elsewhere',
} as const;

export async function grantFurtherRoles(product: TestProduct): Promise<void> {
  const today = civilDayOf(product.cloud.clock.now());
  const teams = product.documents('teams').filter(({ divisionCode }) => divisionCode !== OWN);
  const grant = (openId: string, role: string, scope: JsonObject, toDay: string | null = null) =>
    addBehind(product, 'roleGrants', {
      ...{ _id: `${openId}:${role}`, openId, role, scope, scopeName: '测试', toDay },
      ...{ fromDay: addDays(today, -30), grantedBy: 'test', grantedAt: 1_700_000_000_000 },
    });
  const division = (divisionCode: string) => ({ kind: 'division', divisionCode });
  await grant(FURTHER_ROLES.auditor, 'auditor', division(OWN));
  await grant(FURTHER_ROLES.cityAuditor, 'auditor', division(CITY));
  await grant(FURTHER_ROLES.expired, 'cityOffice', division(CITY), addDays(today, -1));
  await grant(FURTHER_ROLES.organiserElsewhere, 'organiser', {
    kind: 'team',
    teamId: teams[0]?.['_id'] ?? '',
  });
  await grant(FURTHER_ROLES.countyElsewhere, 'countyOffice', division(ELSEWHERE));
  await grant(FURTHER_ROLES.auditorElsewhere, 'auditor', division(ELSEWHERE));
}

/**
 * Ask for what is the asker's own, whoever it is, and name nobody else's thing; or for what is the city's:
 * its rules, the way a project is done, the code of an activity that everybody sees.
 */
const OWN_LISTS: readonly ProcedureName[] = [
  'batch.getPreview',
  'batch.run',
  'kit.getKit',
  'demand.listOrders',
  'demand.listTeamOrders',
  'reach.getMiniProgramCode',
  'reach.getPlatformLink',
  'poster.getPoster',
  'training.listChoices',
  'commendation.list',
  'activity.listOrganisedActivities',
  'activity.listOrganisedProjects',
  'attendance.listApprovals',
  'attendance.getRules',
  'attendance.listRuleVersions',
  'attendance.listClosingReviews',
  'attendance.listClaims',
  'person.listMatches',
  'person.listRequests',
  'trail.listDeeds',
  'trail.listLooks',
  'role.listGrants',
  'supplement.listToHandle',
  'supplement.listReviews',
  'supplement.listQuestions',
  'supplement.getRules',
  'certificate.listIssued',
  'statistics.getBoard',
  'statistics.getPlan',
  'statistics.getPeers',
  'statistics.getTrend',
  'statistics.getBrands',
  'statistics.listRuralCommunities',
  'statistics.listHeldShifts',
  'statistics.listFacts',
  'statistics.getFigureRecount',
  'import.listImports',
  'wake.list',
  'export.listExports',
];

/** Tools, and first halves of deeds: not for who only reads (AU1). */
const TOOLS: readonly ProcedureName[] = [
  'attendance.getCheckInSeed',
  'attendance.getPlaceCode',
  'attendance.listCards',
  'statistics.getPeersPreview',
  'demand.getContact',
];

interface Wishes {
  readonly name: ProcedureName;
  /** whom the table lets in */
  readonly isAllowed: (role: 'visitor' | 'organiser' | 'county' | 'city') => boolean;
}

/** The whole rule of the further roles, from who may ask and whether something is changed. */
export function mayFurther(role: keyof typeof FURTHER_ROLES, { name, isAllowed }: Wishes): boolean {
  const { audience, kind } = procedures[name];
  if (audience !== 'organiser' && audience !== 'office') return isAllowed('visitor');
  const reads = kind === 'query' && !TOOLS.includes(name);
  switch (role) {
    case 'expired':
      return false;
    case 'auditor':
      return reads && isAllowed('county');
    case 'cityAuditor':
      return reads && isAllowed('city');
    case 'organiserElsewhere':
      return OWN_LISTS.includes(name) && isAllowed('organiser');
    case 'countyElsewhere':
      return OWN_LISTS.includes(name) && isAllowed('county');
    case 'auditorElsewhere':
      return reads && OWN_LISTS.includes(name) && isAllowed('county');
  }
}
