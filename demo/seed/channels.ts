/**
 * 渠道成效 of the demo city: some of those who registered in the last year came by an article, a poster or a
 * message, and many more opened it.
 */
import { countyOf } from '@domain/geography/division';
import type { Channel } from '@domain/link/channel';
import {
  incrementsBetween,
  incrementsOfOpening,
  mergeIncrements,
  type ChannelIncrement,
} from '@domain/link/channel-sums';
import { textOfOrigin, type Origin, type Referral } from '@domain/link/referral';
import { addDays, civilDayOf } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { mixed, pick } from '../names';
import type { SyntheticPerson } from './people';
import type { Programme } from './programme';

/** The first ones are drawn most often. */
const CHANNELS: readonly (Channel | null)[] = [
  { kind: 'article', number: 1 },
  { kind: 'article', number: 1 },
  { kind: 'article', number: 2 },
  { kind: 'poster', number: 1 },
  { kind: 'poster', number: 1 },
  { kind: 'group', number: 0 },
  { kind: 'message', number: 3 },
  null,
];
const SINCE_DAYS = 365;
/** One in so many came by a link. */
const CAME_BY_LINK = 3;
const LEAST_OPENINGS = 4;
const MORE_OPENINGS = 17;

export class DemoChannels {
  private readonly increments: ChannelIncrement[] = [];

  constructor(
    private readonly projects: Programme['projects'],
    private readonly now: number,
  ) {}

  /** Whoever registered in the last year, now and then. */
  withOrigin(person: SyntheticPerson, index: number): SyntheticPerson {
    const { volunteer } = person;
    const isRecent = volunteer.registeredDay > addDays(civilDayOf(this.now), -SINCE_DAYS);
    if (!isRecent || mixed(index, 31) % CAME_BY_LINK !== 0 || this.projects.length === 0) return person;
    const project = pick(this.projects, index, 32);
    const channel = pick(CHANNELS, index, 33);
    const origin: Origin = {
      channel,
      content: { kind: 'project', id: project._id },
      divisionCode: countyOf(project.divisionCode) ?? project.divisionCode,
    };
    return { ...person, volunteer: { ...volunteer, origin: textOfOrigin(origin) } };
  }

  /** The registration itself, and the openings by others that came with it. */
  add(referral: Referral | null): void {
    if (referral === null) return;
    this.increments.push(...incrementsBetween(null, referral));
    const order = this.increments.length;
    const count = LEAST_OPENINGS + (mixed(order, 34) % MORE_OPENINGS);
    for (const opened of incrementsOfOpening(referral.origin, referral.registeredDay))
      this.increments.push({ ...opened, amount: count });
  }

  documents(): StoredDocument<'channelSums'>[] {
    const byId = new Map<string, Record<string, Record<string, number>>>();
    for (const { sumsId, cell, passage, amount } of mergeIncrements(this.increments)) {
      const cells = byId.get(sumsId) ?? {};
      cells[cell] = { ...cells[cell], [passage]: amount };
      byId.set(sumsId, cells);
    }
    return [...byId].map(([_id, cells]) => ({ _id, cells }));
  }
}
