/** 补录 in the table of procedures and roles: who may, and input that is well formed. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { DEFAULT_SUPPLEMENT_RULES } from '@domain/supplement/supplement-rules';
import { requestId } from './product';

const NOBODYS = 'nothing000:nothing000';

type SupplementName = Extract<ProcedureName, `supplement.${string}`>;
export function supplementInputs(shiftId: string, now: number): { [Name in SupplementName]: InputOf<Name> } {
  const step = { requestId: requestId(), supplementId: NOBODYS, reason: '测试理由' };
  return {
    'supplement.getDesk': { shiftId },
    'supplement.addEvidencePart': { requestId: requestId(), shiftId, part: 0, partCount: 1, content: 'AAAA' },
    'supplement.enter': {
      requestId: requestId(),
      shiftId,
      volunteerId: 'nothing000',
      card: null,
      checkInAt: now,
      checkOutAt: now,
      reason: 'other',
      reasonText: '测试原因',
      evidenceIds: [],
    },
    'supplement.listToHandle': { group: 'toCheck', cursor: null },
    'supplement.get': { supplementId: NOBODYS },
    'supplement.check': { ...step, isAccepted: true },
    'supplement.listMine': { cursor: null },
    'supplement.answer': { ...step, isAccepted: true },
    'supplement.listPublic': { cursor: null },
    'supplement.object': { requestId: requestId(), publicId: 'nothing000', kind: 'other', text: '' },
    'supplement.listReviews': { group: 'open', cursor: null },
    'supplement.decideReview': { ...step, deed: 'accept' },
    'supplement.listQuestions': { cursor: null },
    'supplement.answerQuestion': { requestId: requestId(), supplementId: NOBODYS, answer: '测试回复' },
    'supplement.getRules': {},
    'supplement.changeRules': {
      requestId: requestId(),
      version: 0,
      rules: { ...DEFAULT_SUPPLEMENT_RULES, schoolDeadlines: [] },
      reason: '',
    },
  };
}

interface Groups<Role> {
  readonly everybody: Role[];
  readonly accounts: Role[];
  readonly volunteers: Role[];
  readonly managers: Role[];
  readonly offices: Role[];
  readonly city: Role[];
}
export function supplementRoles<Role>(groups: Groups<Role>): Record<SupplementName, Role[]> {
  const { everybody, accounts, volunteers, managers, offices, city } = groups;
  return {
    'supplement.getDesk': managers,
    'supplement.addEvidencePart': managers,
    'supplement.enter': managers,
    'supplement.listToHandle': managers,
    'supplement.get': accounts,
    'supplement.check': managers,
    'supplement.listMine': accounts,
    'supplement.answer': volunteers,
    'supplement.listPublic': everybody,
    'supplement.object': accounts,
    'supplement.listReviews': offices,
    'supplement.decideReview': offices,
    'supplement.listQuestions': managers,
    'supplement.answerQuestion': managers,
    'supplement.getRules': offices,
    'supplement.changeRules': city,
  };
}
