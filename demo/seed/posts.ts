/** One shift ahead whose seats are of several posts, so that the demo has one to choose from (AT15). */
import { newPosts } from '@domain/activity/change-posts';
import type { StoredDocument } from '@server/kernel/documents';

type Shift = StoredDocument<'shifts'>;

/** Enough for three kinds of work. */
const FEWEST_SEATS = 8;

/** The last shift that nobody has enrolled at yet. */
export function withDemoPosts(shifts: readonly Shift[]): Shift[] {
  const chosen = shifts
    .filter(({ state, capacity, takenCount }) => {
      return state === 'open' && (capacity ?? 0) >= FEWEST_SEATS && takenCount === 0;
    })
    .reduce<Shift | null>((last, one) => (last === null || one.startsAt > last.startsAt ? one : last), null);
  return shifts.map((shift) => (shift === chosen ? withPosts(shift, shift.capacity ?? 0) : shift));
}

function withPosts(shift: Shift, capacity: number): Shift {
  const plain = { minimumAge: null, requiredCourse: null };
  const posts = newPosts([
    { ...plain, name: '现场引导', capacity: capacity - 5 },
    { ...plain, name: '急救', capacity: 2, minimumAge: 18, requiredSkill: 'firstAid' },
    { ...plain, name: '后勤', capacity: 3 },
  ]);
  return { ...shift, posts, postCount: posts.length };
}
