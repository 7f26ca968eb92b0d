/** The small city of a campaign: two counties, three townships, five communities, a shift or two a day. */
import { lineageOf, levelOf, parentOf } from '@domain/geography/division';
import { parseActivityId, parseProjectId, parseShiftId, parseTeamId } from '@domain/kernel/identifiers';
import { civilDayOf, HOUR_MS, startOfDay, type CivilDay } from '@domain/time/civil-day';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import type { StoredDocument } from '@server/kernel/documents';
import { nodeSecrets } from '@server/kernel/node-secrets';
import type { Ports } from '@server/kernel/ports';
import { COMMUNITIES } from '../kit/arbitrary-volunteers';
import { memoryDatabase } from './memory-database';
import { MemoryStore } from './memory-store';
import type { Weather } from './weather';

type Shift = StoredDocument<'shifts'>;

export const DIVISIONS = [...new Set(COMMUNITIES.flatMap(lineageOf))];
export const POSITION = { latitude: 31.9, longitude: 102.2 };
const [MEETING_PLACE] = COMMUNITIES;
const CAPACITY = 6;
const secrets = nodeSecrets('c5'.repeat(32));

export class World {
  readonly store = new MemoryStore();
  readonly ports: Ports;
  now = startOfDay(civilDayOf(Date.UTC(2024, 0, 2))) + 9 * HOUR_MS;
  private ids = 0;

  constructor(weather: Weather) {
    this.ports = {
      database: memoryDatabase(this.store, weather),
      platform: {
        phoneNumberOf: () => Promise.resolve(null),
        checkContent: () => Promise.resolve('pass'),
        miniProgramCode: () => Promise.resolve(new Uint8Array()),
        storeFile: (path) => Promise.resolve(path),
        fileUrls: (ids) => Promise.resolve([...ids]),
        removeFile: () => Promise.resolve(),
      },
      secrets,
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

  today(): CivilDay {
    return civilDayOf(this.now);
  }

  /** The two shifts of a day, one with few seats. */
  shiftsOf(day: CivilDay): Shift[] {
    return [null, CAPACITY].map((capacity) => {
      const _id = parseShiftId(secrets.shortId('campaign-shift', `${day}:${String(capacity)}`));
      return this.store.all('shifts').has(_id) ? this.getShift(_id) : this.addShift(_id, day, capacity);
    });
  }

  private getShift(id: string): Shift {
    return parseShift(this.store.all('shifts').get(id));
  }

  private addShift(_id: Shift['_id'], day: CivilDay, capacity: number | null): Shift {
    if (MEETING_PLACE === undefined) throw new Error('the city has communities');
    const shift: Shift = {
      _id,
      activityId: parseActivityId('activity01'),
      projectId: parseProjectId('project001'),
      teamId: parseTeamId('team000001'),
      title: '场次',
      startsAt: startOfDay(day) + 8 * HOUR_MS,
      endsAt: startOfDay(day) + 18 * HOUR_MS,
      place: {
        name: '地点',
        divisionCode: MEETING_PLACE,
        position: POSITION,
        radiusMeters: 200,
      },
      divisionName: '地点',
      urbanRuralCode: '220',
      trainingValidDays: null,
      capacity,
      takenCount: 0,
      state: 'open',
      isPublished: true,
    };
    this.store.put('shifts', shift);
    return shift;
  }
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
    channel: null,
  };
}
