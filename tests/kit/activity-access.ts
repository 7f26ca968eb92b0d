/** Changes of activities and shifts, and pictures, as the table of roles asks for them. */
import type { InputOf, ProcedureName } from '@contract/procedures';
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { COMMUNITY, requestId, type TestProduct } from './product';
import { openShift, PLACE } from './shifts';

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

/** One post more, of a shift that has one (AT15.4). */
export async function postsInput(product: TestProduct): Promise<InputOf<'activity.changePosts'>> {
  const post = { name: '引导', capacity: 2, minimumAge: null, requiredCourseId: null };
  const shiftId = await openShift(product, { startsInMs: DAY_MS, posts: [post] });
  const posts = [
    { ...post, postId: 'p1' },
    { ...post, name: '后勤', postId: null },
  ];
  return { requestId: requestId(), shiftId, posts };
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

type AttachmentProcedure = Extract<ProcedureName, `attachment.${string}`>;
/** There is none yet: nothing to take away, and a first part is no file. */
export function attachmentInputs(activityId: string): { [Name in AttachmentProcedure]: InputOf<Name> } {
  const part = { name: '安全须知.pdf', part: 0, partCount: 2, content: 'AAAA' };
  return {
    'attachment.addPart': { requestId: requestId(), activityId, ...part },
    'attachment.remove': { requestId: requestId(), activityId, attachmentId: 'nothing000' },
    'attachment.getAddress': { activityId, attachmentId: 'nothing000' },
  };
}

/** Around the meeting place of the tests. */
export const NEARBY = {
  latitude: PLACE.latitude,
  longitude: PLACE.longitude,
  reach: 'near',
  span: 'any',
} as const;
