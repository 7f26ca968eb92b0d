/** Wakes and invitations in the table of procedures and roles, and input that is well formed. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

const NOBODY = 'nothing000';
type Name = Extract<ProcedureName, `wake.${string}` | `invitation.${string}`>;

/** Everybody of 马尔康市 who did not serve in the last 365 days. */
export function wakeInput(wishes: Partial<InputOf<'wake.make'>> = {}): InputOf<'wake.make'> {
  return {
    ...{ requestId: requestId(), title: '冬季邀请', divisionCode: '513201', window: 'R12' },
    ...{ past: 'any', opening: 'any', field: null },
    ...wishes,
  };
}

export function wakeInputs(): { [One in Name]: InputOf<One> } {
  const deed = { requestId: requestId(), wakeId: NOBODY };
  return {
    'wake.make': wakeInput(),
    'wake.start': deed,
    'wake.stop': deed,
    'wake.measure': deed,
    'wake.get': { wakeId: NOBODY },
    'wake.list': { cursor: null },
    'wake.listPeople': { wakeId: NOBODY, cursor: null },
    'invitation.open': deed,
    'invitation.getMine': {},
    'invitation.pause': { requestId: requestId(), pause: 'month' },
  };
}

export function wakeRoles<Role>(offices: Role[], volunteers: Role[]): Record<Name, Role[]> {
  return {
    'wake.make': offices,
    'wake.start': offices,
    'wake.stop': offices,
    'wake.measure': offices,
    'wake.get': offices,
    'wake.list': offices,
    'wake.listPeople': offices,
    'invitation.open': volunteers,
    'invitation.getMine': volunteers,
    'invitation.pause': volunteers,
  };
}
