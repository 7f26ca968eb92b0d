/**
 * The small city of a campaign: two counties, three townships, five communities, three projects, a shift or
 * two a day.
 */
import { closingDueAt } from '@domain/attendance/closing';
import { lineageOf, levelOf, parentOf, parseDivisionCode } from '@domain/geography/division';
import {
  parseActivityId,
  parseProjectId,
  parseShiftId,
  parseTeamId,
  type VolunteerId,
} from '@domain/kernel/identifiers';
import {
  civilDayOf,
  daysBetween,
  HOUR_MS,
  parseCivilDay,
  startOfDay,
  type CivilDay,
} from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { mixed, pick } from '@demo/names';
import type { StoredDocument } from '@server/kernel/documents';
import { nodeSecrets } from '@server/kernel/node-secrets';
import type { Ports } from '@server/kernel/ports';
import { RecentCalls } from '@server/kernel/recent-calls';
import { COMMUNITIES } from '../kit/arbitrary-volunteers';
import { memoryDatabase } from './memory-database';
import { MemoryStore } from './memory-store';
import type { Weather } from './weather';

type Shift = StoredDocument<'shifts'>;
type Project = StoredDocument<'projects'>;

/** before everything that can happen */
const FIRST_DAY = parseCivilDay('2022-01-01');

export const DIVISIONS = [...new Set(COMMUNITIES.flatMap(lineageOf))];
export const POSITION = { latitude: 31.9, longitude: 102.2 };
/** Villages, a town, a place that was never classed; the last is classed anew in the middle of the run. */
const CODES: readonly Shift['urbanRuralCode'][] = ['220', '111', '210', null, '122'];
const RECLASSED_ON = '2024-09-01';
/** closes shifts with a head-count, and looks at those that differ */
export const ORGANISER = 'campaign-organiser';
export const REVIEWER = 'campaign-reviewer';
const DUTY = {
  openId: ORGANISER,
  volunteerId: null,
  name: '组织者',
  method: 'location',
  distanceMeters: 10,
  witnessId: null,
} as const;
const CAPACITY = 6;
const TEAM = parseTeamId('team000001');
const secrets = nodeSecrets('c5'.repeat(32));

export class World {
  readonly store = new MemoryStore();
  /** a campaign may put other ports in place of some */
  ports: Ports;
  now = startOfDay(civilDayOf(Date.UTC(2024, 0, 2))) + 9 * HOUR_MS;
  private ids = 0;

  constructor(weather: Weather) {
    this.ports = {
      database: memoryDatabase(this.store, weather),
      platform: {
        phoneNumberOf: () => Promise.resolve(null),
        checkPicture: () => Promise.resolve('pass' as const),
        checkContent: () => Promise.resolve('pass'),
        miniProgramCode: () => Promise.resolve(new Uint8Array()),
        makeLink: () => Promise.reject(new Error('nobody asks for a link')),
        storeFile: (path) => Promise.resolve(path),
        fileUrls: (ids) => Promise.resolve([...ids]),
        readFile: () => Promise.resolve(new Uint8Array()),
        removeFile: () => Promise.resolve(),
        sendMessage: () => Promise.resolve({ kind: 'answered', errorCode: 0 }),
      },
      secrets,
      recentCalls: new RecentCalls(),
      messageTemplates: {},
      now: () => this.now,
      randomId: () => {
        this.ids += 1;
        return `random-${String(this.ids)}`;
      },
      log: () => undefined,
    };
    this.store.put('settings', {
      _id: 'city',
      cityCode: DIVISIONS[0],
      cityName: '测试市',
      isDemonstration: true,
      urbanRuralSource: null,
      siteOrigin: null,
    });
    for (const one of PROJECTS) this.store.put('projects', one);
    for (const openId of [ORGANISER, REVIEWER]) this.store.put('roleGrants', grantOf(openId));
    this.allowSupplements();
    for (const _id of DIVISIONS) {
      const [level, parentCode] = [levelOf(_id), parentOf(_id)];
      this.store.put('divisions', {
        _id,
        name: _id,
        level,
        parentCode,
        ancestors: [],
        population: [],
        settlementPopulation: [],
        urbanRuralCode: null,
        ruralCommunityCount: 0,
      });
    }
  }

  /** 补录 by two of the team, for half of what is recorded, a month long. */
  private allowSupplements(): void {
    for (const openId of ['maker', 'checker']) {
      this.store.put('roleGrants', {
        _id: openId,
        openId,
        role: 'organiser',
        scope: { kind: 'team', teamId: TEAM },
        scopeName: '队伍',
        fromDay: FIRST_DAY,
        toDay: null,
        grantedBy: 'deployment',
        grantedAt: this.now,
      });
    }
    this.store.put('supplementRules', {
      _id: 'current',
      version: 1,
      rules: { quotaPercent: 50, entryDays: 30, boardDays: 30, schoolDeadlines: [] },
      reason: '测试',
      setBy: 'office',
      setByName: '办公室',
      setAt: this.now,
      requestId: '',
    });
  }

  /** The first card of everybody (AT3.4). */
  cardOf(volunteerId: VolunteerId): { readonly version: number; readonly proof: string } {
    return { version: 1, proof: secrets.shortId('volunteer-card', `${volunteerId}:1`) };
  }

  today(): CivilDay {
    return civilDayOf(this.now);
  }

  /** The two shifts of a day, one with few seats, in any of the communities and projects. */
  shiftsOf(day: CivilDay): Shift[] {
    return [null, CAPACITY].map((capacity, order) => {
      const _id = parseShiftId(secrets.shortId('campaign-shift', `${day}:${String(capacity)}`));
      if (this.store.all('shifts').has(_id)) return this.getShift(_id);
      return this.addShift(_id, day, 2 * daysBetween(FIRST_DAY, day) + order, capacity);
    });
  }

  private getShift(id: string): Shift {
    return parseShift(this.store.all('shifts').get(id));
  }

  private addShift(_id: Shift['_id'], day: CivilDay, number: number, capacity: number | null): Shift {
    const place = mixed(number, 1) % COMMUNITIES.length;
    const divisionCode = COMMUNITIES[place];
    const project = pick(PROJECTS, number, 2);
    if (divisionCode === undefined) throw new Error('the city has communities');
    const isReclassed = place === COMMUNITIES.length - 1 && day >= RECLASSED_ON;
    const shift: Shift = {
      _id,
      activityId: parseActivityId('activity01'),
      projectId: project._id,
      teamId: project.teamId,
      title: '场次',
      startsAt: startOfDay(day) + 8 * HOUR_MS,
      endsAt: startOfDay(day) + 18 * HOUR_MS,
      place: {
        name: '地点',
        divisionCode,
        position: POSITION,
        radiusMeters: 200,
      },
      divisionName: '地点',
      urbanRuralCode: isReclassed ? '220' : (CODES[place] ?? null),
      trainingValidDays: null,
      capacity,
      takenCount: 0,
      waitingCount: 0,
      owesSeats: false,
      riskLevel: 'general',
      cancelReason: null,
      state: 'open',
      isPublished: true,
      duties: [{ ...DUTY, at: startOfDay(day) + 8 * HOUR_MS }],
      closingDueAt: closingDueAt({ endsAt: startOfDay(day) + 18 * HOUR_MS }),
    };
    this.store.put('shifts', shift);
    const evidence = { _id, openId: 'maker', shiftId: _id, kind: 'picture', fileId: '', byteCount: 1 };
    this.store.put('evidence', { ...evidence, storedAt: this.now });
    return shift;
  }
}

/**
 * One of the city with a brand for some months, one of a township without, one of a village with a long
 * one.
 */
const PROJECTS: readonly Project[] = [
  project('project001', '5132', 'centre', ['2024-03-10', '2024-10-31']),
  project('project002', '513201100', 'institute', null),
  project('project003', '513221100002', 'station', ['2023-10-01', '2025-05-31']),
];

function project(
  id: string,
  divisionCode: string,
  hostLevel: Project['hostLevel'],
  valid: readonly [from: string, to: string] | null,
): Project {
  const [from, to] = valid ?? [];
  return {
    _id: parseProjectId(id),
    title: id,
    goal: '',
    story: [],
    safeguards: '',
    field: 'civility',
    stage: 'growing',
    outcomeName: '',
    accreditation:
      from === undefined || to === undefined
        ? null
        : {
            level: 'city',
            document: '测试文件',
            validFromDay: parseCivilDay(from),
            validToDay: parseCivilDay(to),
          },
    divisionCode: parseDivisionCode(divisionCode),
    divisionName: divisionCode,
    teamId: TEAM,
    teamName: '',
    hostLevel,
    pictureFileId: '',
    usualPlace: null,
    brandRank: null,
    clonedFrom: null,
  };
}

function grantOf(openId: string): StoredDocument<'roleGrants'> {
  return {
    _id: openId,
    openId,
    role: 'cityOffice',
    scope: { kind: 'division', divisionCode: parseDivisionCode('5132') },
    scopeName: '测试市',
    fromDay: FIRST_DAY,
    toDay: null,
    grantedBy: 'campaign',
    grantedAt: 0,
  };
}

function parseShift(document: unknown): Shift {
  return document as Shift;
}

/** A valid id number of nobody: area code 513299 belongs to no division. */
export function registrationOf(number: number) {
  const birth = `19${String(50 + (Math.floor(number / 999) % 50)).padStart(2, '0')}0101`;
  const first17 = `513299${birth}${String(number % 999).padStart(3, '0')}`;
  return {
    name: '测试者',
    idNumber: first17 + checkCharacterOf(first17),
    phone: { kind: 'typed', phoneNumber: `131${String(number).padStart(8, '0')}` },
    communityCode: COMMUNITIES[number % COMMUNITIES.length],
    consentVersion: CONSENT_VERSION,
    optionalConsents: ['location'],
    channel: null,
  };
}
