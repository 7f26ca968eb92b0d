/** Links and posters in the table of procedures and roles. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { sceneOf } from '@domain/link/link';
import { requestId } from './product';

type ReachName = Extract<ProcedureName, `${'reach' | 'poster'}.${string}`>;

/** `activityId`: one that everybody sees. */
export function reachInputs(activityId: string): { [Name in ReachName]: InputOf<Name> } {
  const target = { kind: 'activity', activityId } as const;
  const ofCounty = { divisionCode: '513201', firstMonth: '2026-01', lastMonth: '2026-12' };
  const look = { form: 'card', code: 'web', number: 1 } as const;
  return {
    'reach.getMiniProgramCode': { target },
    'reach.getPlatformLink': { target, form: 'urlLink' },
    'reach.recordOpening': { requestId: requestId(), scene: sceneOf({ kind: 'statistics' }) },
    'reach.getChannelFigures': ofCounty,
    'reach.listChannels': { ...ofCounty, cursor: null },
    'reach.listContents': { ...ofCounty, cursor: null },
    'poster.getPoster': { target, file: 'pdf', ...look },
    'poster.requestCounty': { requestId: requestId(), countyCode: '513201', ...look },
    'poster.getCounty': { countyCode: '513201', ...look },
  };
}

interface Groups<Role> {
  readonly managers: Role[];
  readonly offices: Role[];
  readonly everybody: Role[];
}
export function reachRoles<Role>({ managers, offices, everybody }: Groups<Role>): Record<ReachName, Role[]> {
  return {
    'reach.getMiniProgramCode': managers,
    'reach.getPlatformLink': managers,
    'reach.recordOpening': everybody,
    'reach.getChannelFigures': offices,
    'reach.listChannels': offices,
    'reach.listContents': offices,
    'poster.getPoster': managers,
    'poster.requestCounty': offices,
    'poster.getCounty': offices,
  };
}
