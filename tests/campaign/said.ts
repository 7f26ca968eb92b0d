/**
 * A campaign of what members say of themselves (PF4): a few people, each registered twice, change their
 * profile, join two teams and leave them, are let in and sent away, become one and leave the registration,
 * all at once in bad weather. After every round the copies that are counted are what a naive look at people
 * and memberships gives. A run follows from its seed.
 */
import type { OutputOf } from '@contract/procedures';
import { handlers } from '@server/handlers';
import { BusyError } from '@server/kernel/busy-error';
import { handleRequest } from '@server/kernel/router';
import { workMerges } from '@server/person/work-merges';
import { isLive } from '@server/team/team-view';
import { SKILLS, toldCount, type Skill } from '@domain/volunteer/profile';
import { MINUTE_MS } from '@domain/time/civil-day';
import { randomOf } from '../simulation/draw';
import { countedByCopies, countedNaively, leftBehind, membershipsOf, volunteersOf } from './said-naively';
import { KilledError, RepeatableError, Weather } from './weather';
import { registrationOf, World } from './world';

export interface SaidReport {
  /** in words */
  readonly differences: readonly string[];
  readonly fired: ReadonlyMap<string, number>;
  /** what one person did, or had done, at one moment, how often: `join+say` */
  readonly races: ReadonlyMap<string, number>;
  /** numbers told to who organises a team that were not too small to be told */
  readonly toldCount: number;
}

/** New people after some rounds: merged and gone, those before have nothing left to race for. */
const LIVES = 8;
const ROUNDS = 8;
const PEOPLE = 3;
const TEAMS = 2;
const MERGES_FROM = 3;
const LEAVES_FROM = 6;
/** A few, so that everybody has some in common. */
const DRAWN: readonly Skill[] = SKILLS.slice(0, 4);
const TWICE = 0.08;
/** An account may join and leave sixty times an hour. */
const ROUND_MS = 10 * MINUTE_MS;
const MAXIMUM_SENDINGS = 60;
const [MAKER, CHECKER] = ['office-maker', 'office-checker'];

type Name = 'say' | 'join' | 'quit' | 'answer' | 'merge' | 'leave';
interface Deed {
  readonly name: Name;
  /** place among the people of this life */
  readonly person: number;
  /** True when it was done; rejects when no answer came. */
  readonly send: () => Promise<boolean>;
}
/** Two registrations of one person: who signs in, and the ids they were given. */
interface Twice {
  readonly openIds: readonly [kept: string, other: string];
  readonly survivorId: string;
  readonly otherId: string;
}

export function runSaidCampaign(seed: number): Promise<SaidReport> {
  return new SaidCampaign(seed).run();
}

class SaidCampaign {
  private readonly random: () => number;
  private readonly weather: Weather;
  private readonly world: World;
  private readonly differences: string[] = [];
  private readonly races = new Map<string, number>();
  private teamIds: readonly string[] = [];
  private requests = 0;
  private toldCount = 0;

  constructor(private readonly seed: number) {
    this.random = randomOf(seed);
    this.weather = new Weather(seed + 1);
    this.world = new World(this.weather);
  }

  async run(): Promise<SaidReport> {
    for (const openId of [MAKER, CHECKER]) this.grant(openId);
    for (let life = 0; life < LIVES && this.differences.length === 0; life += 1) await this.live(life);
    const { differences, races, toldCount } = this;
    return { differences, fired: this.weather.fired, races, toldCount };
  }

  private async live(life: number): Promise<void> {
    const people = await this.calmly(() => this.begin(life));
    for (let round = 0; round < ROUNDS; round += 1) {
      const deeds = people.flatMap((twice, person) => this.deedsOf(twice, person, round));
      await this.together(deeds);
      this.world.now += ROUND_MS;
      const when = `life ${String(life)}, round ${String(round)}`;
      this.compare(when);
      await this.calmly(() => this.compareTold(when));
    }
  }

  /** Teams and registrations of their own: what was before is over. */
  private async begin(life: number): Promise<Twice[]> {
    const teamIds: string[] = [];
    for (let team = 0; team < TEAMS; team += 1) {
      const input = { divisionCode: '513201', name: '测试队', form: 'grassroots' };
      const { value } = await this.ask(MAKER, 'team.create', this.requestOf(input));
      teamIds.push(String(Reflect.get(value, 'teamId')));
    }
    this.teamIds = teamIds;
    const people: Twice[] = [];
    for (let person = 0; person < PEOPLE; person += 1) {
      const number = 10 * (life * PEOPLE + person);
      const openIds = [`person-${String(number)}`, `person-${String(number + 1)}`] as const;
      for (const [place, openId] of openIds.entries()) {
        const entry = { ...registrationOf(number + place), communityCode: '513201100001' };
        await this.ask(openId, 'volunteer.register', this.requestOf(entry));
      }
      const [survivorId, otherId] = [this.volunteerIdOf(openIds[0]), this.volunteerIdOf(openIds[1])];
      people.push({ openIds, survivorId, otherId });
    }
    return people;
  }

  /** Everything is drawn now, so that sending it again is sending the same. */
  private deedsOf(twice: Twice, person: number, round: number): Deed[] {
    const deeds: Deed[] = [];
    const add = (name: Name, openId: string, procedure: string, input: object): void => {
      const body = this.requestOf(input);
      deeds.push({ name, person, send: async () => hasChanged(await this.ask(openId, procedure, body)) });
    };
    for (const openId of twice.openIds) {
      const own = this.ownMemberships(openId);
      const [teamId] = this.drawn(this.teamIds);
      const isIn = own.some((one) => one.teamId === teamId && isLive(one));
      if (!isIn) add('join', openId, 'team.changeMembership', { teamId, wish: 'join' });
      else if (this.random() < 0.4) add('quit', openId, 'team.changeMembership', { teamId, wish: 'leave' });
      if (this.random() < 0.8) add('say', openId, 'volunteer.changeProfile', this.sayingOf(openId));
      const [asked] = this.drawn(own);
      if (asked === undefined) continue;
      const answer = { teamId: asked.teamId, volunteerId: asked.volunteerId, isMember: this.random() < 0.8 };
      add('answer', MAKER, 'team.answerMember', answer);
    }
    if (round >= MERGES_FROM && this.random() < 0.5) deeds.push(this.merging(twice, person));
    if (round >= LEAVES_FROM && this.random() < 0.3)
      add('leave', twice.openIds[0], 'volunteer.leave', { childId: null });
    return deeds;
  }

  /** As the phone has it open: it knows what was said before this moment. */
  private sayingOf(openId: string) {
    const { profile } = volunteersOf(this.world.store).get(this.volunteerIdOf(openId)) ?? {};
    const skills = DRAWN.filter(() => this.random() < 0.5);
    const others = { fields: [], times: [], politicalStatus: null, workUnit: '' };
    return { profile: { skills, ...others }, basedOn: profile?.changedAt ?? null };
  }

  private ownMemberships(openId: string) {
    const id = this.volunteerIdOf(openId);
    return membershipsOf(this.world.store, this.teamIds).filter(({ volunteerId }) => volunteerId === id);
  }

  private merging({ survivorId, otherId }: Twice, person: number): Deed {
    const why = { reason: '身份证号输错，重复注册', evidence: '核对身份证原件' };
    const asking = this.requestOf({ survivorId, otherId, ...why });
    const decision = this.requestOf({ isApproved: true, reason: '' });
    const send = async (): Promise<boolean> => {
      const { ok, value } = await this.ask(MAKER, 'person.requestMerge', asking);
      if (!ok) return false;
      const request: unknown = Reflect.get(value, 'request');
      const personRequestId = String(Reflect.get(Object(request), 'personRequestId'));
      return hasChanged(await this.ask(CHECKER, 'person.decideRequest', { ...decision, personRequestId }));
    };
    return { name: 'merge', person, send };
  }

  /** All begin at the same moment; who gets no answer sends it again. */
  private async together(deeds: readonly Deed[]): Promise<void> {
    const done = deeds.map(() => false);
    const sendings = [...deeds.entries()].flatMap((one) => (this.random() < TWICE ? [one, one] : [one]));
    await Promise.all([
      this.untilAnswered(() => workMerges(this.world.ports)),
      ...sendings.map(async ([place, { send }]) => {
        if (await this.untilAnswered(send)) done[place] = true;
      }),
    ]);
    for (let person = 0; person < PEOPLE; person += 1) {
      const names = deeds
        .filter((deed, place) => deed.person === person && done[place])
        .map(({ name }) => name);
      for (const race of pairsOf([...new Set(names)].sort()))
        this.races.set(race, (this.races.get(race) ?? 0) + 1);
    }
  }

  private async untilAnswered<Value>(send: () => Promise<Value>): Promise<Value> {
    for (let sending = 1; ; sending += 1) {
      try {
        return await send();
      } catch (error) {
        const isWeather =
          error instanceof KilledError || error instanceof RepeatableError || error instanceof BusyError;
        if (!isWeather || sending >= MAXIMUM_SENDINGS) throw error;
      }
    }
  }

  private compare(when: string): void {
    const { store } = this.world;
    const [counted, naive] = [countedByCopies(store, this.teamIds), countedNaively(store, this.teamIds)];
    for (const key of new Set([...counted.keys(), ...naive.keys()])) {
      const [found, expected] = [counted.get(key) ?? 0, naive.get(key) ?? 0];
      if (found !== expected)
        this.differences.push(`${when}: ${key} is ${String(found)}, not ${String(expected)}`);
    }
    this.differences.push(...leftBehind(store, this.teamIds).map((text) => `${when}: ${text}`));
  }

  /** What who organises a team is told of it. */
  private async compareTold(when: string): Promise<void> {
    const naive = countedNaively(this.world.store, this.teamIds);
    for (const teamId of this.teamIds) {
      const { value } = await this.ask(MAKER, 'team.getMemberCounts', { teamId });
      for (const { value: skill, memberCount } of parseCounts(value).skills) {
        const expected = toldCount(naive.get(`${teamId} ${skill}`) ?? 0);
        if (memberCount !== null) this.toldCount += 1;
        if (memberCount !== expected)
          this.differences.push(
            `${when}: of ${skill} is told ${String(memberCount)}, not ${String(expected)}`,
          );
      }
    }
  }

  private async ask(openId: string, procedure: string, input: object) {
    const before = this.weather.fired.get('killed') ?? 0;
    const answer = await handleRequest(handlers, this.world.ports, { procedure, input }, openId);
    if (answer.ok) return { ok: true, value: parseObject(answer.value) };
    const { code } = answer.error;
    const isKilled = code === 'system.internal' && (this.weather.fired.get('killed') ?? 0) > before;
    if (isKilled || code === 'system.busy') throw new RepeatableError(code);
    if (code.startsWith('system.') || code.startsWith('request.'))
      throw new Error(`${procedure}: ${code} ${JSON.stringify(answer.error.params)}`);
    return { ok: false, value: {} };
  }

  private async calmly<Value>(work: () => Promise<Value>): Promise<Value> {
    this.weather.isCalm = true;
    const value = await work();
    this.weather.isCalm = false;
    return value;
  }

  private grant(openId: string): void {
    this.world.store.put('roleGrants', {
      ...{ _id: openId, openId, role: 'cityOffice', scope: { kind: 'division', divisionCode: '5132' } },
      ...{ scopeName: '测试市', fromDay: '2022-01-01', toDay: null, grantedBy: 'deployment' },
      grantedAt: this.world.now,
    });
  }

  private requestOf<Input extends object>(input: Input): Input & { readonly requestId: string } {
    this.requests += 1;
    const requestId = `said-campaign-${String(this.seed)}-${String(this.requests).padStart(8, '0')}`;
    return { ...input, requestId };
  }

  /** One of them, if there is any. */
  private drawn<Value>(list: readonly Value[]): Value[] {
    return list.slice(Math.floor(this.random() * list.length)).slice(0, 1);
  }

  /** After leaving, nobody's. */
  private volunteerIdOf(openId: string): string {
    const id = this.world.store.all('accounts').get(openId)?.['volunteerId'];
    return typeof id === 'string' ? id : 'nobody';
  }
}

/** Accepted, and not as something that was so already. */
function hasChanged({ ok, value }: { readonly ok: boolean; readonly value: object }): boolean {
  return ok && Reflect.get(value, 'outcome') !== 'already';
}

function pairsOf(names: readonly Name[]): string[] {
  return names.flatMap((one, place) => names.slice(place + 1).map((other) => `${one}+${other}`));
}

function parseObject(value: unknown): object {
  return Object(value) as object;
}

function parseCounts(value: object): OutputOf<'team.getMemberCounts'> {
  return value as OutputOf<'team.getMemberCounts'>;
}
