/**
 * Least privilege as a table: every procedure × every role, on well-formed input, allowed exactly where it
 * says.
 */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { GUARDIAN_CONSENT_VERSION } from '@contract/guardian.contract';
import type { InputOf, ProcedureName } from '@contract/procedures';
import { leavesEntry } from './audience-rules';
import { civilDayOf } from '@domain/time/civil-day';
import * as z from 'zod';
import { DEFAULT_RULES } from '@domain/attendance/attendance-rules';
import { COMMUNITY, parseJson, registration, requestId, TestProduct } from '../../tests/kit/product';
import { deedOf, sampleInput, ZEBRA_WORDS } from '../../tests/kit/outcomes';
import { activityInput, at, here, openShift } from '../../tests/kit/shifts';
import { personInputs, personRoles } from '../../tests/kit/person-access';
import { recognitionInputs, recognitionRoles } from '../../tests/kit/recognition-access';
import {
  attachmentInputs,
  changeInput,
  NEARBY,
  pictureInputs,
  postsInput,
} from '../../tests/kit/activity-access';
import { IMPORT_INPUTS, IMPORT_ROLES } from '../../tests/kit/import-access';
import { reachInputs, reachRoles } from '../../tests/kit/reach-access';
import { supplementInputs, supplementRoles } from '../../tests/kit/supplement-access';
import { FURTHER_ROLES, grantFurtherRoles, mayFurther } from '../../tests/kit/access-roles';
import {
  KNOWN_KEY,
  OWN_PROFILE,
  PROFILE_SECRETS,
  seededSecrets,
  seedProfiles,
} from '../../tests/kit/secrets-of';
import { demandInputs, demandRoles } from '../../tests/kit/demand-access';
import { roleInputs, roleRoles } from '../../tests/kit/role-access';
import { targetInput } from '../../tests/kit/targets';
import { wakeInputs, wakeRoles } from '../../tests/kit/wake-access';

// Every cell is a call: there are hundreds.

let product: TestProduct;
beforeAll(async () => {
  product = await TestProduct.start(60, 3, { masterKey: KNOWN_KEY });
  await grantFurtherRoles(product);
  await seedProfiles(product);
});
afterAll(() => product.stop());

const ROLES = {
  anonymous: '',
  visitor: 'somebody-new',
  volunteer: 'demo-volunteer',
  organiser: 'demo-organiser',
  county: 'demo-county',
  city: 'demo-city',
} as const;
type Role = keyof typeof ROLES;

const EVERYBODY = Object.keys(ROLES).filter((role): role is Role => role in ROLES);
const ACCOUNTS: Role[] = ['visitor', 'volunteer', 'organiser', 'county', 'city'];
const VOLUNTEERS: Role[] = ['volunteer', 'organiser'];
/** who runs activities of the zebra-crossing team: its organiser, its county's office, its city's */
const MANAGERS: Role[] = ['organiser', 'county', 'city'];

const ALLOWED: Record<ProcedureName, Role[]> = {
  'system.getCity': EVERYBODY,
  'geography.listDivisions': EVERYBODY,
  'volunteer.getMe': EVERYBODY,
  'volunteer.register': ACCOUNTS,
  'volunteer.claim': ACCOUNTS,
  'volunteer.move': VOLUNTEERS,
  'volunteer.getLeaving': VOLUNTEERS,
  'volunteer.leave': VOLUNTEERS,
  'volunteer.listConsents': VOLUNTEERS,
  'volunteer.changeConsent': VOLUNTEERS,
  'volunteer.getProfile': VOLUNTEERS,
  'volunteer.changeProfile': VOLUNTEERS,
  'volunteer.getMyData': VOLUNTEERS,
  'volunteer.changePhone': VOLUNTEERS,
  'volunteer.takeData': VOLUNTEERS,
  'project.listBrandProjects': EVERYBODY,
  'project.listByCounty': EVERYBODY,
  'project.getBrandMap': EVERYBODY,
  'project.getProject': EVERYBODY,
  'project.editStory': MANAGERS,
  'kit.getKit': ['county', 'city'],
  'kit.clone': ['city'],
  'stage.getStanding': MANAGERS,
  'stage.tickItem': MANAGERS,
  'stage.moveStage': ['county', 'city'],
  'stage.accredit': ['county', 'city'],
  'stage.withdrawAccreditation': ['county', 'city'],
  'stage.listDecisions': MANAGERS,
  'outcome.getOutcome': MANAGERS,
  'outcome.define': MANAGERS,
  'outcome.addPoint': MANAGERS,
  'outcome.countSample': MANAGERS,
  'outcome.listSamples': MANAGERS,
  'outcome.voidSample': MANAGERS,
  'activity.listUpcomingActivities': EVERYBODY,
  'activity.getActivity': EVERYBODY,
  'activity.getShift': EVERYBODY,
  'activity.createActivity': MANAGERS,
  'activity.publishActivity': MANAGERS,
  'activity.listOrganisedActivities': MANAGERS,
  'activity.listOrganisedProjects': MANAGERS,
  'activity.changeCapacity': MANAGERS,
  'activity.changePosts': MANAGERS,
  'activity.cancelShift': MANAGERS,
  'activity.changeShift': MANAGERS,
  'activity.changeText': MANAGERS,
  'activity.listNearby': EVERYBODY,
  'picture.addPart': MANAGERS,
  'attachment.addPart': MANAGERS,
  'attachment.remove': MANAGERS,
  'attachment.getAddress': EVERYBODY,
  'picture.arrange': MANAGERS,
  'guardian.addChild': VOLUNTEERS,
  'guardian.listChildren': ACCOUNTS,
  'guardian.endChild': VOLUNTEERS,
  'attendance.enrol': VOLUNTEERS,
  'attendance.cancelEnrolment': VOLUNTEERS,
  'attendance.checkIn': VOLUNTEERS,
  'attendance.checkOut': VOLUNTEERS,
  'attendance.listMyCurrent': ACCOUNTS,
  'attendance.listMyRecords': ACCOUNTS,
  'attendance.getCheckInSeed': MANAGERS,
  'attendance.listArrivals': MANAGERS,
  'attendance.getPlaceCode': MANAGERS,
  'attendance.changePlaceCode': MANAGERS,
  'attendance.listPlaceShifts': EVERYBODY,
  'attendance.requestConfirmation': VOLUNTEERS,
  'attendance.getConfirmation': VOLUNTEERS,
  'attendance.listConfirmations': MANAGERS,
  'attendance.answerConfirmation': MANAGERS,
  'attendance.getMyCard': VOLUNTEERS,
  'attendance.replaceMyCard': VOLUNTEERS,
  'attendance.listRoster': MANAGERS,
  'attendance.listCards': MANAGERS,
  'attendance.assist': MANAGERS,
  'attendance.listRecordHistory': VOLUNTEERS,
  'attendance.listApprovals': MANAGERS,
  'attendance.decideApproval': MANAGERS,
  'attendance.voidRecord': ['county', 'city'],
  'attendance.getRules': ['county', 'city'],
  'attendance.listRuleVersions': ['county', 'city'],
  'attendance.changeRules': ['city'],
  'attendance.listEnrolments': MANAGERS,
  ...personRoles<Role>(['county', 'city']),
  ...roleRoles<Role>({
    everybody: EVERYBODY,
    accounts: ACCOUNTS,
    volunteers: VOLUNTEERS,
    managers: MANAGERS,
    offices: ['county', 'city'],
  }),
  ...supplementRoles({
    everybody: EVERYBODY,
    accounts: ACCOUNTS,
    volunteers: VOLUNTEERS,
    managers: MANAGERS,
    offices: ['county', 'city'],
    city: ['city'],
  }),
  'attendance.listTickRoster': MANAGERS,
  'attendance.tick': MANAGERS,
  'attendance.listLateVisits': MANAGERS,
  'attendance.reviewLateVisit': MANAGERS,
  'attendance.listReplays': MANAGERS,
  'message.getSubscriptions': ACCOUNTS,
  'message.recordChoices': VOLUNTEERS,
  'message.listMine': ACCOUNTS,
  'attendance.getDuty': MANAGERS,
  'attendance.takeUpDuty': MANAGERS,
  'attendance.getClosing': MANAGERS,
  'attendance.closeShift': MANAGERS,
  'attendance.listShiftPeople': MANAGERS,
  'attendance.listClosingReviews': MANAGERS,
  'attendance.decideClosingReview': MANAGERS,
  'attendance.getVoidPreview': ['county', 'city'],
  'attendance.getMyClaim': VOLUNTEERS,
  'attendance.listMyCorrectable': ACCOUNTS,
  'attendance.makeClaim': VOLUNTEERS,
  'attendance.withdrawClaim': VOLUNTEERS,
  'attendance.listClaims': MANAGERS,
  'attendance.answerClaim': MANAGERS,
  'recognition.getMyStars': ACCOUNTS,
  'certificate.listCertifiable': VOLUNTEERS,
  'certificate.issue': VOLUNTEERS,
  'certificate.listMine': ACCOUNTS,
  'certificate.get': VOLUNTEERS,
  'certificate.getFile': VOLUNTEERS,
  'certificate.revoke': VOLUNTEERS,
  'certificate.listIssued': ['county', 'city'],
  'certificate.revokeIssued': ['county', 'city'],
  'certificate.getVerification': EVERYBODY,
  ...reachRoles({ managers: MANAGERS, offices: ['county', 'city'], everybody: EVERYBODY }),
  'statistics.getBoard': ['county', 'city'],
  'statistics.getPlan': ['county', 'city'],
  'statistics.listTargets': ['county', 'city'],
  'statistics.addTarget': ['county', 'city'],
  'statistics.withdrawTarget': ['county', 'city'],
  'statistics.getPeers': ['county', 'city'],
  'statistics.addPeer': ['city'],
  'statistics.getPeersPreview': ['city'],
  'statistics.importPeers': ['city'],
  'statistics.withdrawPeer': ['city'],
  'statistics.getPublicBoard': EVERYBODY,
  'statistics.getTrend': ['county', 'city'],
  'statistics.getBrands': ['county', 'city'],
  'statistics.listRuralCommunities': ['county', 'city'],
  'statistics.listHeldShifts': ['county', 'city'],
  'statistics.listFacts': ['county', 'city'],
  'statistics.getFigureRecount': ['county', 'city'],
  'audit.getOverview': ['city'],
  'audit.listIncidents': ['city'],
  'audit.listDifferences': ['city'],
  'audit.listRestatements': ['city'],
  'audit.continueRecount': ['city'],
  'audit.repairIncident': ['city'],
  'audit.verifyChain': ['city'],
  ...IMPORT_ROLES,
  ...demandRoles<Role>({ accounts: ACCOUNTS, offices: ['county', 'city'], managers: MANAGERS }),
  ...wakeRoles<Role>(['county', 'city'], VOLUNTEERS),
  ...recognitionRoles<Role>({
    everybody: EVERYBODY,
    offices: ['county', 'city'],
    managers: MANAGERS,
    volunteers: VOLUNTEERS,
  }),
  'export.requestExport': ['county', 'city'],
  'export.getExport': ['county', 'city'],
  'export.listExports': ['county', 'city'],
  'export.getReport': ['county', 'city'],
};
const isName = (name: string): name is ProcedureName => name in ALLOWED;
const NAMES = Object.keys(ALLOWED).filter(isName);
const FURTHER = Object.entries(FURTHER_ROLES).map(([role, openId]) => [parseFurther(role), openId] as const);
function parseFurther(role: string): keyof typeof FURTHER_ROLES {
  return role as keyof typeof FURTHER_ROLES;
}
const PERIOD = { divisionCode: '513201', fromDay: '2026-01-01', toDay: '2026-01-31' };
const NOBODYS = 'nothing000:nothing000';
const REFUSALS = ['actor.signInRequired', 'actor.registrationRequired', 'actor.forbidden'];

async function inputs(): Promise<{ [Name in ProcedureName]: InputOf<Name> }> {
  const shiftId = await openShift(product);
  const { activity } = await product.must('', 'activity.getShift', { shiftId });
  const { activityId, projectId } = activity;
  const evidence = at(0);
  const deed = { shiftId, deed: 'checkIn' as const };
  const { name, idNumber } = registration(1);
  return {
    'system.getCity': {},
    'geography.listDivisions': { parentCode: null },
    'volunteer.getMe': {},
    'volunteer.register': registration(1),
    'volunteer.claim': {
      ...{ requestId: requestId(), name, idNumber, phoneCode: 'unknown' },
      consentVersion: CONSENT_VERSIONS.basic,
    },
    'volunteer.move': { requestId: requestId(), communityCode: COMMUNITY },
    'volunteer.getLeaving': { childId: null },
    'volunteer.listConsents': {},
    'volunteer.changeConsent': {
      ...{ requestId: requestId(), childId: null, isGiven: true },
      ...{ kind: 'sync' as const, version: CONSENT_VERSIONS.sync },
    },
    'volunteer.getProfile': {},
    'volunteer.changeProfile': { requestId: requestId(), profile: OWN_PROFILE, basedOn: null },
    'volunteer.getMyData': {},
    'volunteer.changePhone': { requestId: requestId(), phoneCode: 'unknown' },
    'volunteer.takeData': { requestId: requestId(), cursor: null },
    'project.listBrandProjects': { cursor: null },
    'project.listByCounty': {},
    'project.getBrandMap': {},
    'project.getProject': { projectId },
    'project.editStory': { ...deedOf(projectId), story: ['测试故事'], safeguards: '' },
    'kit.getKit': { projectId, countyCode: null },
    'kit.clone': {
      ...deedOf(projectId),
      countyCode: '513221',
      team: { kind: 'new', name: '测试服务队' },
    },
    'stage.getStanding': { projectId },
    'stage.tickItem': { ...deedOf(projectId), itemId: 'kit', isDone: true },
    'stage.moveStage': { ...deedOf(projectId), from: 'growing', to: 'incubating', reason: '测试退回' },
    'stage.accredit': {
      ...deedOf(projectId),
      level: 'county',
      document: '测试文件',
      validFromDay: '2026-01-01',
      validToDay: '2027-01-01',
    },
    'stage.withdrawAccreditation': { ...deedOf(projectId), reason: '测试撤销' },
    'stage.listDecisions': { projectId, cursor: null },
    'outcome.getOutcome': { projectId },
    'outcome.define': { ...deedOf(projectId), ...ZEBRA_WORDS },
    'outcome.addPoint': { ...deedOf(projectId), name: '测试路口', startsDay: '2026-01-01' },
    'outcome.countSample': sampleInput(product, projectId, 'nothing000'),
    'outcome.listSamples': { projectId, cursor: null },
    'outcome.voidSample': { requestId: requestId(), sampleId: 'nothing000', reason: '测试作废' },
    'activity.listUpcomingActivities': { countyCode: null, projectId: null, cursor: null },
    'activity.getActivity': { activityId },
    'activity.getShift': { shiftId },
    'activity.createActivity': await activityInput(product),
    'activity.publishActivity': { activityId },
    'activity.listOrganisedActivities': { cursor: null },
    'activity.listOrganisedProjects': {},
    'activity.changeCapacity': { requestId: requestId(), shiftId, capacity: 5 },
    'activity.changePosts': await postsInput(product),
    'activity.cancelShift': { requestId: requestId(), shiftId, reason: '测试取消' },
    'activity.changeShift': changeInput(shiftId, product.cloud.clock.now()),
    ...pictureInputs(activityId),
    ...attachmentInputs(activityId),
    'activity.listNearby': { ...NEARBY, cursor: null },
    'activity.changeText': {
      requestId: requestId(),
      activityId,
      summary: '',
      description: '为测试而改的活动说明，至少十个字。',
    },
    'guardian.addChild': {
      requestId: requestId(),
      name,
      idNumber,
      relation: 'parent',
      consentVersion: GUARDIAN_CONSENT_VERSION,
    },
    'guardian.listChildren': {},
    'guardian.endChild': { requestId: requestId(), childId: 'nothing000' },
    'attendance.enrol': { requestId: requestId(), shiftId },
    'attendance.cancelEnrolment': { requestId: requestId(), shiftId },
    'attendance.checkIn': { requestId: requestId(), shiftId, evidence },
    'attendance.checkOut': { requestId: requestId(), shiftId, evidence },
    'attendance.listMyCurrent': {},
    'attendance.listMyRecords': { cursor: null },
    'attendance.getCheckInSeed': { shiftId },
    'attendance.listArrivals': { shiftId },
    'attendance.getPlaceCode': { shiftId },
    'attendance.changePlaceCode': { requestId: requestId(), shiftId, version: 0, change: 'issue' },
    'attendance.listPlaceShifts': { scene: 'h.nothing' },
    'attendance.requestConfirmation': { ...deed, requestId: requestId(), scene: 'h.nothing' },
    'attendance.getConfirmation': deed,
    'attendance.listConfirmations': { shiftId },
    'attendance.answerConfirmation': {
      ...deed,
      requestId: requestId(),
      volunteerId: 'nothing000',
      isHere: true,
    },
    'attendance.getMyCard': {},
    'attendance.replaceMyCard': { requestId: requestId(), version: 99 },
    'attendance.listRoster': { shiftId, cursor: null },
    'attendance.listCards': { shiftId, cursor: null },
    'attendance.assist': {
      ...deed,
      requestId: requestId(),
      people: [{ volunteerId: 'nothing000', card: null }],
      headCount: 1,
    },
    'attendance.listRecordHistory': { shiftId, cursor: null },
    'attendance.listApprovals': { cursor: null },
    'attendance.decideApproval': {
      requestId: requestId(),
      attendanceId: NOBODYS,
      minutes: null,
      reason: '',
    },
    'attendance.voidRecord': { requestId: requestId(), attendanceId: NOBODYS, reason: '记录有误' },
    'attendance.getRules': {},
    'attendance.listRuleVersions': { cursor: null },
    'attendance.changeRules': {
      requestId: requestId(),
      version: 0,
      rules: DEFAULT_RULES,
      reason: '',
    },
    'attendance.listEnrolments': { shiftId, group: 'enrolled', cursor: null },
    ...personInputs(),
    ...roleInputs(teamIdOfOrganiser(), civilDayOf(product.cloud.clock.now())),
    ...supplementInputs(shiftId, product.cloud.clock.now()),
    'attendance.listTickRoster': { shiftId, cursor: null },
    'attendance.tick': {
      requestId: requestId(),
      shiftId,
      volunteerId: 'nobody0000',
      deed: 'checkIn',
      tickedAt: product.cloud.clock.now(),
    },
    'attendance.listLateVisits': { shiftId, cursor: null },
    'attendance.reviewLateVisit': {
      requestId: requestId(),
      shiftId,
      volunteerId: 'nobody0000',
      verdict: 'vouch',
    },
    'attendance.listReplays': { shiftId, cursor: null },
    'message.getSubscriptions': { occasion: { kind: 'settings' } },
    'message.recordChoices': {
      requestId: requestId(),
      occasion: { kind: 'settings' },
      answers: [{ kind: 'shiftSoon', templateId: 'none', answer: 'accept' }],
    },
    'message.listMine': { cursor: null },
    'attendance.getDuty': { shiftId },
    'attendance.takeUpDuty': { requestId: requestId(), shiftId, proof: here() },
    'attendance.getClosing': { shiftId },
    'attendance.closeShift': { requestId: requestId(), shiftId, headCount: 1 },
    'attendance.listShiftPeople': { shiftId, cursor: null },
    'attendance.listClosingReviews': { cursor: null },
    'attendance.decideClosingReview': {
      requestId: requestId(),
      shiftId,
      recordedCount: 0,
      choice: { kind: 'accept' },
      reason: '已核实',
    },
    'attendance.getVoidPreview': { attendanceId: NOBODYS },
    'attendance.getMyClaim': { shiftId },
    'attendance.listMyCorrectable': {},
    'attendance.makeClaim': {
      requestId: requestId(),
      shiftId,
      kind: 'notMine',
      arrivedAt: null,
      leftAt: null,
      statement: '不是我',
    },
    'attendance.withdrawClaim': { requestId: requestId(), shiftId },
    'attendance.listClaims': { cursor: null },
    'attendance.answerClaim': {
      requestId: requestId(),
      attendanceId: NOBODYS,
      verdict: 'refuse',
      arrivedAt: null,
      leftAt: null,
      reason: '已核实',
    },
    'recognition.getMyStars': {},
    'certificate.listCertifiable': { fromDay: '2026-01-01', toDay: '2026-12-31' },
    'certificate.issue': {
      requestId: requestId(),
      shiftIds: [shiftId],
      showsFullName: false,
      showsIdNumber: false,
    },
    'certificate.listMine': { cursor: null },
    'certificate.get': { certificateId: 'nothing000' },
    'certificate.getFile': { certificateId: 'nothing000', file: { kind: 'pdf' } },
    'certificate.revoke': { requestId: requestId(), certificateId: 'nothing000' },
    'certificate.listIssued': { number: null, cursor: null },
    'certificate.revokeIssued': {
      requestId: requestId(),
      certificateId: 'nothing000',
      reason: '记录有误',
    },
    'certificate.getVerification': { number: '', code: '' },
    ...reachInputs(activityId),
    'statistics.getBoard': { divisionCode: null, day: null },
    'statistics.getPlan': { divisionCode: null, day: null, window: null },
    'statistics.listTargets': { divisionCode: '513201' },
    'statistics.addTarget': targetInput('513201'),
    'statistics.withdrawTarget': { requestId: requestId(), targetId: 'nothing000' },
    'statistics.getPeers': { measure: 'registered', day: null },
    'statistics.addPeer': { requestId: requestId(), cells: { 城市: '某市' } },
    'statistics.getPeersPreview': { text: '城市' },
    'statistics.importPeers': { requestId: requestId(), text: '城市' },
    'statistics.withdrawPeer': { requestId: requestId(), indicator: 'registered', peerId: 'nothing000' },
    'statistics.getPublicBoard': {},
    'statistics.getTrend': { divisionCode: null, measure: 'registered', grain: 'day', day: null },
    'statistics.getBrands': { divisionCode: null, day: null },
    'statistics.listRuralCommunities': { divisionCode: null, day: null, isUnservedOnly: false, cursor: null },
    'statistics.listHeldShifts': { divisionCode: null, day: null, isRuralOnly: false, cursor: null },
    'statistics.listFacts': { divisionCode: null, measure: 'registered', day: null, cursor: null },
    'statistics.getFigureRecount': { divisionCode: null, measure: 'registered', day: null, cursor: null },
    'audit.getOverview': {},
    'audit.listIncidents': { cursor: null },
    'audit.listDifferences': { incidentId: '00000000000001', cursor: null },
    'audit.listRestatements': { cursor: null },
    'audit.continueRecount': { requestId: requestId() },
    'audit.repairIncident': {
      requestId: requestId(),
      incidentId: '00000000000001',
      reason: '按事实重算',
    },
    'audit.verifyChain': { requestId: requestId() },
    ...IMPORT_INPUTS,
    ...demandInputs(teamIdOfOrganiser(), product.cloud.clock.now()),
    ...wakeInputs(),
    ...recognitionInputs(shiftId),
    'export.requestExport': { requestId: requestId(), ...PERIOD },
    'export.getExport': { exportId: 'nothing000' },
    'export.listExports': { cursor: null },
    'export.getReport': PERIOD,
    // The last row: nobody comes back from it.
    'volunteer.leave': { requestId: requestId(), childId: null },
  };
}

function teamIdOfOrganiser(): string {
  const grant = product.documents('roleGrants').find(({ openId }) => openId === ROLES.organiser);
  return z.object({ teamId: z.string() }).parse(grant?.['scope']).teamId;
}

/** A visitor stays one only for one row: the table registers whoever may. */
function openIdOf(role: Role, procedure: string): string {
  return role === 'visitor' ? `visitor-of-${procedure}` : ROLES[role];
}

/** Somebody of elsewhere may as well be told that there is no such thing. */
const isRefusal = (code: string) => REFUSALS.includes(code) || /(notFound|beyondOwn)$/i.test(code);

/** What one said of oneself, and nobody else hears of (PF4). */
const OF_OWN_PROFILE = /^volunteer\.(getProfile|changeProfile|getMyData|takeData)$/;
/** What one is told of oneself: the own name, never a number. */
const OF_ONESELF = /^(volunteer|guardian|certificate)\.|MyCard$/;
/** A recount and a chain mostly change nothing, a part is no picture yet, a batch
 * of nobody touches nothing; the others find all done. */
const SILENT: readonly string[] = [
  'activity.publishActivity',
  'attendance.assist',
  'audit.continueRecount',
  'audit.verifyChain',
  'batch.run',
  'outcome.define',
  'picture.addPart',
  'attachment.addPart',
  'attachment.remove',
];

test('[RO1][RO5][AU1] every procedure × every role × own and foreign scope, as the table says', async () => {
  const prepared = await inputs();
  const { numbers, names } = seededSecrets(product);
  expect(Math.min(numbers.length, names.length)).toBeGreaterThan(20);
  const wrong: string[] = [];
  const told: string[] = [];
  const silent = new Set<string>();
  let cells = 0;
  const ask = async (name: string, input: unknown, openId: string) => {
    const answer = await product.send(openId, { procedure: name, input: parseJson(input) });
    const text = JSON.stringify(answer);
    const secrets = OF_ONESELF.test(name) ? [...numbers] : [...numbers, ...names];
    if (!OF_OWN_PROFILE.test(name)) secrets.push(...PROFILE_SECRETS);
    const found = secrets.find((secret) => text.includes(secret));
    if (found !== undefined) told.push(`${name} as ${openId}: ${found}`);
    cells += 1;
    return answer.ok ? 'answered' : answer.error.code;
  };
  for (const name of Object.keys(prepared).filter(isName)) {
    const isAllowed = (role: Role) => ALLOWED[name].includes(role);
    for (const [role, openId] of FURTHER) {
      // Who registers here is registered in every later row.
      const own = name === 'volunteer.register' ? `${openId}-registering` : openId;
      const code = await ask(name, prepared[name], own);
      const isRight = mayFurther(role, { name, isAllowed }) ? !REFUSALS.includes(code) : isRefusal(code);
      if (!isRight) wrong.push(`${name} as ${role}: ${code}`);
    }
    const entries = product.documents('deeds').length;
    let isDone = false;
    for (const role of EVERYBODY) {
      const code = await ask(name, prepared[name], openIdOf(role, name));
      if (REFUSALS.includes(code) === isAllowed(role)) wrong.push(`${name} as ${role}: ${code}`);
      isDone ||= code === 'answered';
    }
    const isQuiet = product.documents('deeds').length === entries;
    if (isDone && leavesEntry(name) && isQuiet) silent.add(name);
  }
  expect(wrong).toEqual([]);
  expect(told).toEqual([]);
  expect([...silent].filter((name) => !SILENT.includes(name))).toEqual([]);
  expect(cells).toBe(NAMES.length * (EVERYBODY.length + FURTHER.length));
  process.stdout.write(`${String(cells)} cells of ${String(NAMES.length)} procedures\n`);
});
