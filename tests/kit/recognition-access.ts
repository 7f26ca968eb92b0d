/** Trainings and commendations in the table of procedures and roles, and input that is well formed. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

const NOBODY = 'nothing000';
type Name = Extract<ProcedureName, `training.${string}` | `commendation.${string}`>;

export function recognitionInputs(shiftId: string): { [One in Name]: InputOf<One> } {
  const decision = { requestId: requestId(), commendationId: NOBODY, reason: '测试理由' };
  return {
    'training.listCourses': { cursor: null },
    'training.listChoices': {},
    'training.addCourse': courseInput(),
    'training.retireCourse': { requestId: requestId(), courseId: NOBODY },
    'training.getRequirements': { shiftId },
    'training.listStandings': { shiftId, cursor: null },
    'commendation.propose': commendationInput({ subjectId: NOBODY, name: '测试者' }),
    'commendation.decide': { ...decision, isApproved: true },
    'commendation.revoke': decision,
    'commendation.list': { state: 'waiting', cursor: null },
    'commendation.listMine': {},
    'commendation.listHonours': { projectId: null, cursor: null },
  };
}

/** Of 马尔康市, valid for a year. */
export function courseInput(title = '急救基础'): InputOf<'training.addCourse'> {
  const text = { title, summary: '心肺复苏、止血、搬运。', validDays: 365 };
  return { requestId: requestId(), divisionCode: '513201', ...text };
}

export function commendationInput(
  wishes: Pick<InputOf<'commendation.propose'>, 'subjectId' | 'name'> &
    Partial<InputOf<'commendation.propose'>>,
): InputOf<'commendation.propose'> {
  return {
    ...{ requestId: requestId(), kind: 'volunteer', title: '优秀志愿者', level: 'county' },
    ...{ documentNumber: '马文明办〔2026〕8号', day: '2026-03-05', reason: '坚持护学两年。' },
    ...wishes,
  };
}

interface Roles<Role> {
  readonly everybody: Role[];
  readonly offices: Role[];
  readonly managers: Role[];
  readonly volunteers: Role[];
}
export function recognitionRoles<Role>(roles: Roles<Role>): Record<Name, Role[]> {
  const { everybody, offices, managers, volunteers } = roles;
  return {
    'training.listCourses': everybody,
    'training.listChoices': managers,
    'training.addCourse': offices,
    'training.retireCourse': offices,
    'training.getRequirements': everybody,
    'training.listStandings': managers,
    'commendation.propose': offices,
    'commendation.decide': offices,
    'commendation.revoke': offices,
    'commendation.list': offices,
    'commendation.listMine': volunteers,
    'commendation.listHonours': everybody,
  };
}
