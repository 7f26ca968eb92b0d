/** Changes of activities and shifts, and pictures, as the table of roles asks for them. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { COMMUNITY, requestId } from './product';
import { PLACE } from './shifts';

/** The shift of the kit a day after `now`, with what is wished for. */
export function changeInput(
  shiftId: string,
  now: number,
  wishes: Partial<InputOf<'activity.changeShift'>> = {},
): InputOf<'activity.changeShift'> {
  const startsAt = now + DAY_MS;
  return {
    requestId: requestId(),
    shiftId,
    startsAt,
    endsAt: startsAt + 3 * HOUR_MS,
    place: { name: '测试路口', communityCode: COMMUNITY, ...PLACE },
    meetingPoint: '',
    ...wishes,
  };
}

type PictureProcedure = Extract<ProcedureName, `picture.${string}`>;
export function pictureInputs(activityId: string): { [Name in PictureProcedure]: InputOf<Name> } {
  const owner = { kind: 'activity', activityId } as const;
  const part = { part: 0, partCount: 2, content: 'AAAA' };
  return {
    'picture.addPart': { requestId: requestId(), owner, alt: '测试照片', ...part },
    'picture.arrange': { requestId: requestId(), owner, knownIds: [], pictures: [] },
  };
}

/** Around the meeting place of the tests. */
export const NEARBY = {
  latitude: PLACE.latitude,
  longitude: PLACE.longitude,
  reach: 'near',
  span: 'any',
} as const;
