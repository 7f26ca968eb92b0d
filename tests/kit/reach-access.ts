/** Links and posters in the table of procedures and roles. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { requestId } from './product';

type ReachName = Extract<ProcedureName, `${'reach' | 'poster'}.${string}`>;

/** `activityId`: one that everybody sees. */
export function reachInputs(activityId: string): { [Name in ReachName]: InputOf<Name> } {
  const target = { kind: 'activity', activityId } as const;
  const look = { form: 'card', code: 'web', number: 1 } as const;
  return {
    'reach.getMiniProgramCode': { target },
    'reach.getPlatformLink': { target, form: 'urlLink' },
    'poster.getPoster': { target, file: 'pdf', ...look },
    'poster.requestCounty': { requestId: requestId(), countyCode: '513201', ...look },
    'poster.getCounty': { countyCode: '513201', ...look },
  };
}

interface Groups<Role> {
  readonly managers: Role[];
  readonly offices: Role[];
}
export function reachRoles<Role>({ managers, offices }: Groups<Role>): Record<ReachName, Role[]> {
  return {
    'reach.getMiniProgramCode': managers,
    'reach.getPlatformLink': managers,
    'poster.getPoster': managers,
    'poster.requestCounty': offices,
    'poster.getCounty': offices,
  };
}
