/** 岗位 (AT15): seats that are counted by kind, and one line for all of them. */
import fc from 'fast-check';
import { anyShift } from '../../tests/kit/arbitrary-facts';
import { ADULT, keys, VOLUNTEER } from '../../tests/kit/arbitrary-visits';
import { decidePosts, newPosts, refusalOfPosts } from '../activity/change-posts';
import { coursesAsked, seatsOfAll, type ShiftPost } from '../activity/post';
import { SHIFT_LIMITS, type Shift } from '../activity/shift';
import { holdsSeat, type Attendance } from '../attendance/attendance';
import { decideCheckIn } from '../attendance/decide-check-in';
import { parseCourseId, parseVolunteerId, type VolunteerId } from '../kernel/identifiers';
import { addDays, civilDayOf, HOUR_MS, MINUTE_MS, parseCivilDay } from '../time/civil-day';
import { decidePostAdmission, type Person } from './admission';
import { decideCancellation, decideEnrolment, decideSeatGiven, type Comer } from './decide-enrolment';
import { emptyLine, peopleAhead, peopleIn, serveLine, type Line, type WaitingParty } from './line';
import { decideWalkIn } from './walk-in';

const PEOPLE = Array.from({ length: 9 }, (_none, index) => parseVolunteerId(`volunteer${String(index)}`));
const personOf = (number: number): VolunteerId => PEOPLE[number % PEOPLE.length] ?? VOLUNTEER;

function plain(name: string, capacity: number, change: Partial<ShiftPost> = {}) {
  return { name, capacity, minimumAge: null, requiredCourse: null, ...change };
}
function shiftWith(start: Shift, capacities: readonly number[]): Shift {
  const posts = newPosts(capacities.map((seats, index) => plain(`岗位${String(index)}`, seats)));
  const none = { takenCount: 0, waitingCount: 0, owesSeats: false };
  return { ...start, ...none, state: 'open', posts, capacity: seatsOfAll(posts) };
}

/** One shift and its people, changed only by what the decisions say, looked at by a naive reader. */
class World {
  line: Line;
  readonly attendances = new Map<string, Attendance>();
  given = 0;

  constructor(public shift: Shift) {
    this.line = emptyLine(shift.shiftId);
  }

  enrol(people: readonly VolunteerId[], postIds: string[], whenFull: 'wait' | 'refuse', now: number) {
    const comers = people.map((volunteerId, index): Comer => {
      const guardianId = index === 0 ? null : (people[0] ?? null);
      return {
        volunteerId,
        guardianId,
        person: ADULT,
        attendance: this.attendances.get(volunteerId) ?? null,
      };
    });
    const facts = { shift: this.shift, line: this.line, comers, whenFull, postIds, now };
    const decision = decideEnrolment(facts);
    if (decision.kind !== 'accepted') return decision;
    const left = comers.some(({ attendance }) => attendance?.state === 'waiting');
    this.take(decision);
    if (left) this.serve(now);
    return decision;
  }

  cancel(person: VolunteerId, now: number): void {
    const own = this.attendances.get(person);
    const attendances = own === undefined ? [] : [own];
    const decision = decideCancellation({ shift: this.shift, line: this.line, attendances, now });
    if (decision.kind !== 'accepted') return;
    this.take(decision);
    this.serve(now);
  }

  resize(number: number, by: number, now: number): void {
    const { posts = [] } = this.shift;
    const wanted = posts.map((one, index) => ({
      ...one,
      capacity: index === number % posts.length ? Math.max(1, one.capacity + by) : one.capacity,
    }));
    const decision = decidePosts(this.shift, wanted);
    if (decision.kind === 'rejected') return;
    this.shift = { ...this.shift, ...decision, capacity: seatsOfAll(decision.posts) };
    this.serve(now);
  }

  arrive(person: VolunteerId, now: number): void {
    const evidence = { kind: 'location' as const, ...this.shift.place.position, accuracyMeters: 5 };
    const known = { volunteerId: person, person: ADULT, attendance: this.attendances.get(person) ?? null };
    const facts = { ...known, shift: this.shift, evidence, keys, now, requestId: 'request-of-the-step' };
    const decision = decideCheckIn(facts);
    if (decision.kind !== 'accepted') return;
    const parties = this.line.parties.map((party) => ({
      ...party,
      volunteerIds: party.volunteerIds.filter((one) => one !== person),
    }));
    const line = { ...this.line, parties: parties.filter(({ volunteerIds }) => volunteerIds.length > 0) };
    const { shift } = serveLine(decision.shift, line, now, 0);
    this.take({ moves: [decision.attendance], line, shift });
  }

  serve(now: number): void {
    const before = this.line.parties;
    const served = serveLine(this.shift, this.line, now, 99);
    for (const { volunteerId, post } of served.given) {
      const place = before.findIndex(({ volunteerIds }) => volunteerIds.includes(volunteerId));
      const passed = before.slice(0, place).filter((party) => served.line.parties.includes(party));
      expect(passed.filter((party) => this.wouldTake(party, post?.postId))).toEqual([]);
      expect(before[place]?.postIds).toContain(post?.postId);
    }
    const moves = served.given.map(({ volunteerId, post }) =>
      decideSeatGiven(this.attendances.get(volunteerId)!, now, post),
    );
    this.take({ ...served, moves });
    this.given += moves.length;
  }

  wouldTake({ postIds = [], volunteerIds }: WaitingParty, id: string | undefined): boolean {
    const post = this.shift.posts?.find(({ postId }) => postId === id);
    return post !== undefined && postIds.includes(id ?? '') && volunteerIds.length <= post.capacity;
  }

  take(change: { readonly moves: readonly Attendance[]; readonly shift: Shift; readonly line: Line }): void {
    for (const move of change.moves) this.attendances.set(move.volunteerId, move);
    this.shift = change.shift;
    this.line = change.line;
  }

  /** Parties beside free seats of a post that nobody before them would take. */
  forgotten(): WaitingParty[] {
    return this.line.parties.filter((party, place) =>
      (this.shift.posts ?? []).some(
        ({ postId, takenCount, capacity }) =>
          this.wouldTake(party, postId) &&
          takenCount + party.volunteerIds.length <= capacity &&
          !this.line.parties.slice(0, place).some((earlier) => this.wouldTake(earlier, postId)),
      ),
    );
  }

  check(): void {
    const all = [...this.attendances.values()];
    const holders = all.filter(holdsSeat);
    const { posts = [], takenCount, capacity } = this.shift;
    for (const { postId, takenCount: taken, capacity: seats, waitingCount } of posts) {
      const held = holders.filter(({ enrolment }) => enrolment.post?.postId === postId).length;
      expect([postId, taken]).toEqual([postId, held]);
      expect(held).toBeLessThanOrEqual(seats);
      const wanting = this.line.parties.filter((party) => this.wouldTake(party, postId));
      expect(waitingCount).toBe(peopleIn({ ...this.line, parties: wanting }));
    }
    expect([takenCount, capacity]).toEqual([holders.length, seatsOfAll(posts)]);
    const seatless = all.filter((one) => !holdsSeat(one) && one.enrolment.post !== undefined);
    expect(seatless).toEqual([]);
    expect(this.shift.waitingCount).toBe(peopleIn(this.line));
  }
}

const anyStep = fc.record({
  person: fc.nat({ max: 8 }),
  companions: fc.constantFrom(0, 0, 0, 1, 2),
  wanted: fc.subarray(['p1', 'p2', 'p3'], { minLength: 1 }),
  act: fc.constantFrom('enrol', 'wait', 'wait', 'wait', 'cancel', 'cancel', 'arrive', 'resize'),
  by: fc.constantFrom(-1, 1),
  minutes: fc.nat({ max: 12 }),
});
const anyCapacities = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }));

test('[AT15][AT15.2][AT15.3] any history: no post oversold, nobody overtaken for a seat', () => {
  let [given, waited] = [0, 0];
  fc.assert(
    fc.property(anyShift, anyCapacities, fc.array(anyStep, { maxLength: 50 }), (start, extra, steps) => {
      const world = new World(shiftWith(start, [1 + extra[0], 1 + extra[1], 1 + extra[2]]));
      let now = start.startsAt - 9 * HOUR_MS;
      for (const { person, companions, wanted, act, by, minutes } of steps) {
        now += minutes * MINUTE_MS;
        if (act === 'cancel') world.cancel(personOf(person), now);
        else if (act === 'arrive') world.arrive(personOf(person), now);
        else if (act === 'resize') world.resize(person, by, now);
        else {
          const party = Array.from({ length: companions + 1 }, (_none, index) => personOf(person + index));
          world.enrol(party, wanted, act === 'wait' ? 'wait' : 'refuse', now);
        }
        world.check();
        if (now < start.startsAt - 2 * HOUR_MS) expect(world.forgotten()).toEqual([]);
        waited += world.line.parties.length;
      }
      given += world.given;
    }),
  );
  expect([given > 0, waited > 0]).toEqual([true, true]);
});

const START = fc.sample(anyShift, 1)[0]!;
const EARLY = START.startsAt - 24 * HOUR_MS;

test('[AT15.2] a party of three holds back its own post, not the others', () => {
  const world = new World(shiftWith(START, [3, 1, 1]));
  for (const index of [0, 1]) world.enrol([personOf(index)], ['p1'], 'refuse', EARLY);
  world.enrol([personOf(2)], ['p2'], 'refuse', EARLY);
  world.enrol([personOf(3), personOf(4), personOf(5)], ['p1'], 'wait', EARLY);
  expect(world.enrol([personOf(6)], ['p1'], 'refuse', EARLY)).toMatchObject({ code: 'enrolment.full' });
  world.enrol([personOf(6)], ['p1', 'p2'], 'wait', EARLY);
  world.enrol([personOf(7)], ['p2'], 'wait', EARLY);
  expect([3, 6, 7].map((one) => peopleAhead(world.line, personOf(one)))).toEqual([0, 3, 1]);
  expect(world.enrol([personOf(8)], ['p3'], 'refuse', EARLY)).toMatchObject({ kind: 'accepted' });
  world.cancel(personOf(2), EARLY);
  expect(world.attendances.get(personOf(6))?.enrolment.post).toEqual({ postId: 'p2', name: '岗位1' });
  expect(world.attendances.get(personOf(7))?.state).toBe('waiting');
  for (const index of [0, 1]) world.cancel(personOf(index), EARLY);
  expect(world.attendances.get(personOf(5))?.enrolment.post?.postId).toBe('p1');
  world.check();
});

test('[AT15.2] who waits takes another post that has a seat, and leaves the line', () => {
  const world = new World(shiftWith(START, [1, 1]));
  world.enrol([personOf(0)], ['p1'], 'refuse', EARLY);
  expect(world.enrol([personOf(1)], ['p1'], 'wait', EARLY).kind).toBe('accepted');
  expect(world.enrol([personOf(1)], ['p1'], 'wait', EARLY).kind).toBe('already');
  expect(world.enrol([personOf(1)], ['p2'], 'refuse', EARLY).kind).toBe('accepted');
  expect(world.line.parties).toEqual([]);
  world.check();
});

test('[AT15.2] one of the shift’s posts is chosen; a shift without any has none to choose', () => {
  const world = new World(shiftWith(START, [1]));
  const code = (ids: string[]) => world.enrol([personOf(0)], ids, 'refuse', EARLY);
  expect(code([])).toMatchObject({ code: 'post.notChosen' });
  expect(code(['p1', 'p9'])).toMatchObject({ code: 'post.notFound' });
  const { posts: _none, ...alike } = world.shift;
  world.shift = alike;
  expect(code(['p1'])).toMatchObject({ code: 'post.notFound' });
  const large = new World(shiftWith(START, [1, 1]));
  expect(large.enrol([personOf(0), personOf(1)], ['p1', 'p2'], 'wait', EARLY)).toMatchObject({
    code: 'enrolment.full',
    params: { capacity: 2, wanted: 2 },
  });
});

const COURSE = { courseId: parseCourseId('Course0001'), title: '急救' };
const bornBefore = (years: number, startsAt: number): Person => ({
  birthDay: addDays(parseCivilDay(`${String(Number(civilDayOf(startsAt).slice(0, 4)) - years)}-01-01`), 0),
  guardian: 'none',
});

test('[AT15.1] a post asks for an age and a training, on the day the shift starts', () => {
  const [asking] = newPosts([plain('讲解', 1, { minimumAge: 40, requiredCourse: COURSE })]);
  const { startsAt } = START;
  const [young, old] = [bornBefore(30, startsAt), bornBefore(41, startsAt)];
  const refusal = (person: Person) => decidePostAdmission(person, asking!, START);
  expect(refusal(young)).toMatchObject({ code: 'post.tooYoung', params: { minimumAge: 40, name: '讲解' } });
  expect(refusal(old)).toMatchObject({ code: 'enrolment.trainingMissing', params: { title: '急救' } });
  const held = {
    courseId: COURSE.courseId,
    from: civilDayOf(startsAt),
    to: addDays(civilDayOf(startsAt), 1),
  };
  expect(refusal({ ...old, qualifications: [held] })).toBeNull();
  expect(coursesAsked({ posts: [asking!, asking!], requiredCourses: [COURSE] })).toEqual([COURSE]);
});

test('[PF6] a post asks for a skill that one says one has; not of a child beside its guardian', () => {
  const [asking] = newPosts([plain('急救', 1, { requiredSkill: 'firstAid' })]);
  const refusal = (person: Person) => decidePostAdmission(person, asking!, START);
  expect(refusal(ADULT)).toMatchObject({
    code: 'post.skillMissing',
    params: { name: '急救', skill: 'firstAid' },
  });
  expect(refusal({ ...ADULT, skills: ['law'] })).toMatchObject({ code: 'post.skillMissing' });
  expect(refusal({ ...ADULT, skills: ['law', 'firstAid'] })).toBeNull();
  expect(refusal({ ...ADULT, guardian: 'accompanying' })).toBeNull();
  const shift = {
    ...START,
    posts: newPosts([plain('急救', 1, { requiredSkill: 'firstAid' })]),
    postCount: 1,
  };
  const { posts } = shift;
  const wanted = [{ postId: 'p1', ...plain('急救', 1) }];
  const changed = decidePosts({ posts, postCount: 1 }, wanted);
  expect(changed).toMatchObject({ kind: 'accepted' });
  expect('posts' in changed ? changed.posts[0] : {}).not.toHaveProperty('requiredSkill');
  const held = posts.map((one) => ({ ...one, takenCount: 1 }));
  expect(decidePosts({ posts: held, postCount: 1 }, wanted)).toMatchObject({ code: 'post.hasPeople' });
  const back = shiftWith(START, [1, 1]);
  const walkIn = { ...back, posts: [posts[0]!, back.posts![1]!] };
  expect(decideWalkIn(ADULT, walkIn, START.startsAt)).toMatchObject({ post: { postId: 'p2' } });
});

test('[AT15.3] who comes without a seat gets the first post that is free and fits', () => {
  const base = shiftWith(START, [1, 1]);
  const [first, second] = base.posts ?? [];
  const shift = { ...base, posts: [{ ...first!, minimumAge: 60 }, second!] };
  expect(decideWalkIn(ADULT, shift, START.startsAt)).toMatchObject({ post: { postId: 'p2' } });
  const taken = { ...shift, posts: [shift.posts[0]!, { ...second!, takenCount: 1 }] };
  expect(decideWalkIn(ADULT, taken, START.startsAt)).toMatchObject({ code: 'post.tooYoung' });
  const full = { ...taken, posts: taken.posts.map((one) => ({ ...one, takenCount: 1 })) };
  expect(decideWalkIn(ADULT, full, START.startsAt)).toMatchObject({ code: 'enrolment.full' });
});

test('[AT15.4] what people rely on stays: seats that are taken, names and demands, the post itself', () => {
  const world = new World(shiftWith(START, [2, 2]));
  for (const index of [0, 1]) world.enrol([personOf(index)], ['p1'], 'refuse', EARLY);
  const [first, second] = world.shift.posts ?? [];
  const change = (...wanted: readonly object[]) =>
    decidePosts(
      world.shift,
      wanted.map((one) => ({ ...plain('新的', 1), postId: null, ...one })),
    );
  expect(change({ ...first, capacity: 1 }, second!)).toMatchObject({
    code: 'post.seatsTooLow',
    params: { takenCount: 2, name: '岗位0' },
  });
  expect(change(second!)).toMatchObject({ code: 'post.hasPeople', params: { name: '岗位0' } });
  expect(change({ ...first, minimumAge: 30 })).toMatchObject({ code: 'post.hasPeople' });
  expect(change(first!, { postId: 'p7', name: '没有' })).toMatchObject({ code: 'post.notFound' });
  const added = change(first!, { name: '新的', capacity: 3 });
  expect(added).toMatchObject({ postCount: 3, posts: [{ postId: 'p1' }, { postId: 'p3' }] });
  if (added.kind !== 'accepted') throw new Error('accepted');
  world.shift = { ...world.shift, ...added };
  // Sent again: the one that was added is that one.
  expect(change(first!, { name: '新的', capacity: 3 })).toMatchObject(added);
  expect(decidePosts({}, [])).toMatchObject({ code: 'post.none' });
  expect(refusalOfPosts([plain('同名', 1), plain('同名', 1)])).toMatchObject({ code: 'post.namesAlike' });
  const most = SHIFT_LIMITS.maximumCapacity;
  expect(refusalOfPosts([plain('一', most), plain('二', 1)])).toMatchObject({
    code: 'post.seatsTooMany',
  });
  const worn = { ...world.shift, postCount: 99 };
  expect(decidePosts(worn, [first!, { ...plain('再一个', 1), postId: null }])).toMatchObject({
    code: 'post.tooOften',
  });
});
