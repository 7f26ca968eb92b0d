import type { InputOf } from '@contract/procedures';
import { hmacSha256 } from '@contract/hmac-sha256';
import { codeStepAt, rotatingCodeAt, shortCodeAt } from '@domain/attendance/check-in-code';
import { HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { COMMUNITY, requestId, type TestProduct } from './product';

export const ORGANISER = 'demo-organiser';
export const CITY_OFFICE = 'demo-city';
export const PLACE = { latitude: 31.906, longitude: 102.207, radiusMeters: 200 };

interface ShiftWishes {
  readonly capacity?: number | null;
  readonly hours?: number;
  readonly startsInMs?: number;
  readonly posts?: NonNullable<InputOf<'activity.createActivity'>['shifts'][number]['posts']>;
}

/** A published activity of the organiser's project with one shift that began ten minutes ago. */
export async function openShift(product: TestProduct, wishes: ShiftWishes = {}): Promise<string> {
  const now = product.cloud.clock.now();
  const startsAt = now + (wishes.startsInMs ?? -10 * MINUTE_MS);
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [
      {
        startsAt,
        endsAt: startsAt + (wishes.hours ?? 3) * HOUR_MS,
        capacity: wishes.capacity ?? null,
        ...(wishes.posts === undefined ? {} : { posts: wishes.posts }),
      },
    ],
  });
  const [shiftId] = shiftIds;
  if (shiftId === undefined) throw new Error('a shift was created');
  if (startsAt <= now) await takeUpDuty(product, ORGANISER, shiftId);
  return shiftId;
}

export async function activityInput(product: TestProduct): Promise<InputOf<'activity.createActivity'>> {
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const [project] = projects;
  if (project === undefined) throw new Error('the organiser has a project');
  const now = product.cloud.clock.now();
  return {
    requestId: requestId(),
    projectId: project.projectId,
    title: '测试活动：路口值守',
    summary: '测试',
    description: '为测试而发布的活动，说明至少十个字。',
    place: { name: '测试路口', communityCode: COMMUNITY, ...PLACE },
    shifts: [{ startsAt: now + HOUR_MS, endsAt: now + 2 * HOUR_MS, capacity: null }],
    trainingValidDays: null,
    publish: true,
  };
}

/** Who runs the shift has come to its place (AT6.1); being there twice is being there once. */
export async function takeUpDuty(product: TestProduct, openId: string, shiftId: string): Promise<void> {
  const { shift } = await product.must('', 'activity.getShift', { shiftId });
  const { latitude, longitude } = shift.place;
  const proof = { kind: 'location', latitude, longitude, accuracyMeters: 10 } as const;
  await product.must(openId, 'attendance.takeUpDuty', { requestId: requestId(), shiftId, proof });
}

/** A position at the meeting place. */
export function here(): { kind: 'location'; latitude: number; longitude: number; accuracyMeters: number } {
  const { latitude, longitude } = PLACE;
  return { kind: 'location', latitude, longitude, accuracyMeters: 10 };
}

/** What the screen makes its codes of; from the opening of the check-in on only who is there gets it. */
export async function seedOf(product: TestProduct, shiftId: string): Promise<Uint8Array> {
  const { opensAt } = await product.must(ORGANISER, 'attendance.getDuty', { shiftId });
  if (product.cloud.clock.now() >= opensAt) await takeUpDuty(product, ORGANISER, shiftId);
  const { seedHex } = await product.must(ORGANISER, 'attendance.getCheckInSeed', { shiftId });
  return new Uint8Array(Buffer.from(seedHex, 'hex'));
}

export class CodeScreen {
  private constructor(
    private readonly product: TestProduct,
    private readonly seed: Uint8Array,
  ) {}

  static async of(product: TestProduct, shiftId: string): Promise<CodeScreen> {
    return new CodeScreen(product, await seedOf(product, shiftId));
  }

  /** What the screen shows `stepsAgo` steps before now. */
  code(stepsAgo = 0): { kind: 'rotatingCode'; code: string } {
    const step = codeStepAt(this.product.cloud.clock.now()) - stepsAgo;
    return { kind: 'rotatingCode', code: rotatingCodeAt(hmacSha256, this.seed, step) };
  }

  digits(): { kind: 'shortCode'; digits: string } {
    return {
      kind: 'shortCode',
      digits: shortCodeAt(hmacSha256, this.seed, codeStepAt(this.product.cloud.clock.now())),
    };
  }
}

/** A position `meters` north of the meeting place. */
export function at(meters: number, accuracyMeters = 10): InputOf<'attendance.checkIn'>['evidence'] {
  return {
    kind: 'location',
    latitude: PLACE.latitude + meters / 111_195,
    longitude: PLACE.longitude,
    accuracyMeters,
  };
}
