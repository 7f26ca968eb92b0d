/** The small pages with everything in them that the rules allow: text nobody could compress. */
import { procedures, type OutputOf } from '@contract/procedures';
import { PARAGRAPH_MAXIMUM, SAFEGUARDS_MAXIMUM, STORY_MAXIMUM_PARAGRAPHS } from '@contract/project.contract';
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { DEFAULT_RULES } from '@domain/attendance/attendance-rules';
import { parseActivityId, parseProjectId } from '@domain/kernel/identifiers';
import type { Link } from '@domain/link/link';
import { HOUR_MS } from '@domain/time/civil-day';
import { framePage, type PageContent } from '@server/page/page-frame';
import { renderActivity } from '@server/page/render-activity';
import { renderProject } from '@server/page/render-project';
import { renderStatistics } from '@server/page/render-statistics';

const PROJECT = parseProjectId('Project001');
const ACTIVITY = parseActivityId('Activity01');
const AT = Date.UTC(2026, 0, 1);
/** more than any city has */
const COUNTIES = 40;
const CHANNEL = { kind: 'article', number: 1_295 } as const;

let seed = 1;
/** As many characters, drawn from some 20,000. */
function words(length: number): string {
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (seed % 20_900));
  }).join('');
}

const activity = () => ({
  ...{ activityId: ACTIVITY, projectId: PROJECT, projectTitle: words(40), teamName: words(40) },
  ...{
    title: words(40),
    summary: words(80),
    state: 'published',
    firstStartsAt: AT,
    lastEndsAt: AT + HOUR_MS,
  },
  ...{ trainingValidDays: 30, placeName: words(40), divisionName: words(40), checkInOpensAt: AT },
  risk: { level: 'heightened', dangers: words(300), insurance: words(300), training: words(300) },
});

function project(): OutputOf<'project.getProject'> {
  const many = (count: number, length: number) => Array.from({ length: count }, () => words(length));
  return procedures['project.getProject'].output.parse({
    project: {
      ...{ projectId: PROJECT, title: words(40), goal: words(200), field: 'civility', stage: 'accredited' },
      ...{ isBrand: true, divisionCode: '5132', divisionName: words(40) },
      pictureUrl: `https://example.org/${'a'.repeat(500)}`,
    },
    teamName: words(40),
    story: many(STORY_MAXIMUM_PARAGRAPHS, PARAGRAPH_MAXIMUM),
    pictures: [],
    safeguards: words(SAFEGUARDS_MAXIMUM),
    figures: {
      ...{
        minutes: 9_999_999,
        volunteerCount: 99_999,
        returnerCount: 9_999,
        shiftCount: 9_999,
        placeCount: 1_999,
      },
      asOf: AT,
    },
    clonedFrom: null,
    clones: [],
    outcomeName: words(40),
    outcome: null,
    accreditation: null,
    activities: Array.from({ length: 6 }, activity),
    activityCount: 6,
  });
}

function wholeActivity(): OutputOf<'activity.getActivity'> {
  const place = { name: words(40), divisionCode: '513201', divisionName: words(40), radiusMeters: 200 };
  const shift = {
    ...{ shiftId: 'Shift00001', activityId: ACTIVITY, projectId: PROJECT, title: words(40), startsAt: AT },
    ...{ endsAt: AT + HOUR_MS, checkInOpensAt: AT, checkOutClosesAt: AT, capacity: 500, takenCount: 1 },
    ...{ meetingPoint: words(40), changedAt: AT },
    ...{ waitingCount: 0, riskLevel: 'heightened', state: 'open', cancelReason: null, closedAt: null },
    place: { ...place, latitude: 31.9, longitude: 102.2 },
    rules: { ...DEFAULT_RULES, breaks: [], minimumPresencePercent: null },
  };
  return procedures['activity.getActivity'].output.parse({
    activity: activity(),
    description: words(2_000),
    shifts: Array.from({ length: MAXIMUM_SHIFTS }, () => shift),
    attachments: [],
    ...{ mine: [], changedIds: [], pictures: [], canManage: false },
  });
}

function board(): OutputOf<'statistics.getPublicBoard'> {
  const row = () => ({
    ...{ divisionCode: '513201', name: words(20), registered: 999_999, activeCum: 999_999 },
    ...{ serviceMinutes: 999_999_999, brandProjectCount: 99 },
  });
  return procedures['statistics.getPublicBoard'].output.parse({
    ...{ asOf: AT, day: '2026-01-01', total: row() },
    counties: Array.from({ length: COUNTIES }, row),
  });
}

/** Each page as it would be sent, by name. */
export function largestPages(): Readonly<Record<'project' | 'activity' | 'statistics', string>> {
  const way = { channel: CHANNEL, isBig: true, now: AT };
  const sent = (link: Link, content: PageContent): string =>
    framePage(content, {
      ...{ cityName: words(30), isDemonstration: true, link, ...way },
      siteOrigin: 'https://volunteers.example.gov.cn',
    });
  return {
    project: sent({ kind: 'project', projectId: PROJECT }, renderProject(project(), way)),
    activity: sent({ kind: 'activity', activityId: ACTIVITY }, renderActivity(wholeActivity(), way)),
    statistics: sent({ kind: 'statistics' }, renderStatistics(board())),
  };
}
