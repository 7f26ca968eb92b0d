/** Demand orders for tests: who asks, who dispatches, who takes, and the deeds of each. */
import type { InputOf } from '@contract/procedures';
import { civilDayOf, DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/time/civil-day';
import { orderInput } from './demand-access';
import { COMMUNITY, registration, requestId, type TestProduct } from './product';
import { activityInput, at, ORGANISER, takeUpDuty } from './shifts';
import { addBehind } from './tamper';

export const COUNTY_OFFICE = 'demo-county';
export const SITE = 'site-manager';
export const OTHER_ORGANISER = 'organiser-of-another-team';
export const AUDITOR = 'demand-auditor';

export class Orders {
  private people = 0;

  private constructor(
    readonly product: TestProduct,
    /** of the organiser, and of another one */
    readonly teamId: string,
    readonly otherTeamId: string,
  ) {}

  static async of(product: TestProduct): Promise<Orders> {
    const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
    const { teamId: otherTeamId } = await product.must(COUNTY_OFFICE, 'team.create', {
      ...{ requestId: requestId(), name: '测试理发服务队', divisionCode: '513201' },
      form: 'grassroots',
    });
    const fromDay = civilDayOf(product.cloud.clock.now() - 30 * DAY_MS);
    const grant = (openId: string, role: string, scope: Record<string, string>) =>
      addBehind(product, 'roleGrants', {
        ...{ _id: `${openId}:${role}`, openId, role, scope, scopeName: `测试${role}`, toDay: null },
        ...{ fromDay, grantedBy: 'test', grantedAt: 1_700_000_000_000 },
      });
    await grant(SITE, 'siteManager', { kind: 'division', divisionCode: COMMUNITY });
    await grant(AUDITOR, 'auditor', { kind: 'division', divisionCode: '513201' });
    await grant(OTHER_ORGANISER, 'organiser', { kind: 'team', teamId: otherTeamId });
    return new Orders(product, projects[0]?.teamId ?? '', otherTeamId);
  }

  /** Nobody holds more than a few orders: each is of somebody else. */
  async placed(wishes: Partial<InputOf<'demand.place'>> = {}): Promise<{ orderId: string; asker: string }> {
    const asker = `asker-${String(this.nextPerson())}`;
    const input = orderInput(this.product.cloud.clock.now(), wishes);
    return { asker, orderId: (await this.product.must(asker, 'demand.place', input)).orderId };
  }

  /** By the site, for somebody without a phone. */
  async placedByProxy(): Promise<{ orderId: string; asker: string }> {
    const input = { ...orderInput(this.product.cloud.clock.now()), contactPhone: null };
    return { asker: SITE, orderId: (await this.product.must(SITE, 'demand.placeProxy', input)).orderId };
  }

  dispatch(orderId: string, teamId: string | null, openId = SITE) {
    return this.product.call(openId, 'demand.dispatch', { requestId: requestId(), orderId, teamId });
  }

  take(orderId: string, openId = ORGANISER, teamId = this.teamId) {
    return this.product.call(openId, 'demand.take', { requestId: requestId(), orderId, teamId });
  }

  rate(asker: string, orderId: string, stars: number, words = '', askedWhom = '') {
    const rating = { stars, words, askedWhom };
    return this.product.call(asker, 'demand.rate', { requestId: requestId(), orderId, ...rating });
  }

  async standingOf(openId: string, orderId: string): Promise<string> {
    return (await this.product.must(openId, 'demand.getOrder', { orderId })).order.standing;
  }

  stored(orderId: string) {
    return this.product.documents('orders').find(({ _id }) => _id === orderId);
  }

  /** A taken order with a shift that began ten minutes ago. */
  async arranged(placed = this.placed()): Promise<{ orderId: string; asker: string; shiftId: string }> {
    const { product } = this;
    const { orderId, asker } = await placed;
    await this.dispatch(orderId, this.teamId);
    await this.take(orderId);
    const startsAt = product.cloud.clock.now() - 10 * MINUTE_MS;
    const input = {
      ...(await activityInput(product)),
      shifts: [{ startsAt, endsAt: startsAt + 2 * HOUR_MS, capacity: null }],
      orderId,
    };
    const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', input);
    expect(await product.must(ORGANISER, 'activity.createActivity', input)).toMatchObject({ shiftIds });
    return { orderId, asker, shiftId: shiftIds[0] ?? '' };
  }

  /** Somebody comes for an hour and a half, and the organiser counts. */
  async served(shiftId: string): Promise<void> {
    const { product } = this;
    const number = this.nextPerson();
    const openId = `helper-${String(number)}`;
    await product.must(openId, 'volunteer.register', registration(number));
    await takeUpDuty(product, ORGANISER, shiftId);
    const visit = { shiftId, evidence: at(0) };
    await product.must(openId, 'attendance.checkIn', { requestId: requestId(), ...visit });
    product.cloud.clock.advance(1.5 * HOUR_MS);
    await product.must(openId, 'attendance.checkOut', { requestId: requestId(), ...visit });
    const count = { requestId: requestId(), shiftId, headCount: 1 };
    await product.must(ORGANISER, 'attendance.closeShift', count);
  }

  nextPerson(): number {
    this.people += 1;
    return this.people;
  }
}

export const deedOn = (orderId: string, reason = '那天来不了') => ({
  requestId: requestId(),
  orderId,
  reason,
});
