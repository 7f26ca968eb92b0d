/** 改岗位 (AT15.4): what may change of the posts of a shift that people rely on. */
import { rejected, type Rejection } from '../kernel/result';
import { POST_LIMITS, seatsOfAll, type ShiftPost } from './post';
import { SHIFT_LIMITS, type Shift } from './shift';

export interface WantedPost extends Pick<
  ShiftPost,
  'name' | 'capacity' | 'minimumAge' | 'requiredCourse' | 'requiredSkill'
> {
  /** null: a new one */
  readonly postId: string | null;
}

type PostsRejection = Rejection<
  | 'post.none'
  | 'post.notFound'
  | 'post.namesAlike'
  | 'post.seatsTooLow'
  | 'post.seatsTooMany'
  | 'post.hasPeople'
  | 'post.tooOften'
>;

/** Names say which is which; all seats together are those of one shift. */
export function refusalOfPosts(
  posts: readonly Pick<ShiftPost, 'name' | 'capacity'>[],
): Rejection<'post.namesAlike' | 'post.seatsTooMany'> | null {
  const names = new Set(posts.map(({ name }) => name));
  if (names.size < posts.length) return rejected('post.namesAlike');
  const maximum = SHIFT_LIMITS.maximumCapacity;
  return seatsOfAll(posts) > maximum ? rejected('post.seatsTooMany', { maximum }) : null;
}

/** Of a shift that is made: numbered in their order. */
export function newPosts(wanted: readonly Omit<WantedPost, 'postId'>[]): ShiftPost[] {
  return wanted.map((one, index) => blank(one, index + 1));
}

function blank(wanted: Omit<WantedPost, 'postId'>, number: number): ShiftPost {
  const { name, capacity, minimumAge, requiredCourse, requiredSkill } = wanted;
  const skill = requiredSkill === undefined ? {} : { requiredSkill };
  const none = { takenCount: 0, waitingCount: 0 };
  return { postId: `p${String(number)}`, name, capacity, ...none, minimumAge, requiredCourse, ...skill };
}

const isEmpty = ({ takenCount, waitingCount }: ShiftPost): boolean => takenCount + waitingCount === 0;

function isAsBefore(known: ShiftPost, wanted: WantedPost): boolean {
  return (
    known.name === wanted.name &&
    known.minimumAge === wanted.minimumAge &&
    known.requiredCourse?.courseId === wanted.requiredCourse?.courseId &&
    known.requiredSkill === wanted.requiredSkill
  );
}

/** One that was added by the same request, or by somebody else, is that one: sent again nothing is twice. */
function idOfSameName(
  { name }: WantedPost,
  wanted: readonly WantedPost[],
  posts: readonly ShiftPost[],
): string | null {
  const ids = wanted.map(({ postId }) => postId);
  return posts.find((known) => known.name === name && !ids.includes(known.postId))?.postId ?? null;
}

/**
 * Nobody who has a seat or waits for one finds another post than the one agreed to: such a post keeps its
 * name and what it asks for, is not taken away, and has as many seats as are taken. So nobody need be told.
 */
export function decidePosts(
  shift: Pick<Shift, 'posts' | 'postCount'>,
  wanted: readonly WantedPost[],
):
  | { readonly kind: 'accepted'; readonly posts: readonly ShiftPost[]; readonly postCount: number }
  | PostsRejection {
  const { posts } = shift;
  if (posts === undefined) return rejected('post.none');
  const refusal = refusalOfPosts(wanted);
  if (refusal !== null) return refusal;
  const named = wanted.map((one) => ({ ...one, postId: one.postId ?? idOfSameName(one, wanted, posts) }));
  const gone = posts.find((known) => !isEmpty(known) && named.every(({ postId }) => postId !== known.postId));
  if (gone !== undefined) return rejected('post.hasPeople', { name: gone.name });
  let postCount = shift.postCount ?? posts.length;
  const next: ShiftPost[] = [];
  for (const one of named) {
    if (one.postId === null) {
      postCount += 1;
      next.push(blank(one, postCount));
      continue;
    }
    const known = posts.find(({ postId }) => postId === one.postId);
    const isTwice = next.some(({ postId }) => postId === one.postId);
    if (known === undefined || isTwice) return rejected('post.notFound');
    const { name, takenCount } = known;
    if (one.capacity < takenCount) return rejected('post.seatsTooLow', { name, takenCount });
    if (!isEmpty(known) && !isAsBefore(known, one)) return rejected('post.hasPeople', { name });
    const { requiredSkill: _before, ...rest } = known;
    next.push({ ...rest, ...one, postId: known.postId });
  }
  const maximum = POST_LIMITS.maximumNumber;
  if (postCount > maximum) return rejected('post.tooOften', { maximum });
  return { kind: 'accepted', posts: next, postCount };
}
