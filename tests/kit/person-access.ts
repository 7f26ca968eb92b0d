/** 合并与更正 in the table of procedures and roles: who may, and input that is well formed. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

const NOBODY = 'nothing000';
type PersonName = Extract<ProcedureName, `person.${string}`>;

export function personInputs(): { [Name in PersonName]: InputOf<Name> } {
  const explained = { requestId: requestId(), reason: '测试理由', evidence: '测试依据' };
  const pair = { survivorId: NOBODY, otherId: NOBODY };
  return {
    'person.listMatches': { by: 'number', text: NOBODY },
    'person.getMergePreview': pair,
    'person.requestMerge': { ...explained, ...pair },
    'person.requestIdentityChange': { ...explained, volunteerId: NOBODY, name: '测试者', idNumber: null },
    'person.listRequests': { isOpen: true, cursor: null },
    'person.decideRequest': {
      ...{ requestId: requestId(), personRequestId: NOBODY, isApproved: false, reason: '测试理由' },
    },
  };
}

export function personRoles<Role>(offices: Role[]): Record<PersonName, Role[]> {
  return {
    'person.listMatches': offices,
    'person.getMergePreview': offices,
    'person.requestMerge': offices,
    'person.requestIdentityChange': offices,
    'person.listRequests': offices,
    'person.decideRequest': offices,
  };
}
