/** 课程 that the city's office offers, and what two of its projects were commended for. */
import { lineageOf } from '@domain/geography/division';
import { parseCommendationId, parseCourseId } from '@domain/kernel/identifiers';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import type { StoredDocument } from '@server/kernel/documents';
import { CITY_CODE, CITY_NAME } from './geography';
import type { SeedContext } from './target';

const COURSES = [
  { key: 'first-aid', title: '急救基础', summary: '心肺复苏、止血包扎、搬运伤员。', validDays: 730 },
  { key: 'flood', title: '防汛抢险安全', summary: '识别险情，用救生绳和救生衣，听令撤离。', validDays: 365 },
] as const;
const HONOURS = [
  { title: '优秀志愿服务项目', number: '演示文〔2026〕3号', reason: '路口秩序明显好转，群众认可。' },
  { title: '最佳志愿服务项目', number: '演示文〔2026〕9号', reason: '坚持陪伴，形成可以推广的做法。' },
] as const;
/** The city's and the county's offices see an honour. */
const OFFICE_LEVELS = 2;
const DAYS_AGO = 120;
const officerOf = (openId: string) => ({ openId, volunteerId: null, name: CITY_NAME });

export function seedRecognition(
  { target, secrets, now }: SeedContext,
  projects: readonly StoredDocument<'projects'>[],
): void {
  target.insert(
    'courses',
    COURSES.map(({ key, ...course }, place) => ({
      _id: parseCourseId(secrets.shortId('demo-course', key)),
      ...course,
      divisionCode: CITY_CODE,
      divisionName: CITY_NAME,
      isOffered: true,
      addedBy: 'demo-maker',
      addedAt: now - (DAYS_AGO + place) * DAY_MS,
      retiredBy: null,
    })),
  );
  target.insert(
    'commendations',
    projects.slice(0, HONOURS.length).map((project, place): StoredDocument<'commendations'> => {
      const { title, number, reason } = HONOURS[place] ?? HONOURS[0];
      const madeAt = now - (DAYS_AGO - place) * DAY_MS;
      return {
        _id: parseCommendationId(secrets.shortId('demo-commendation', project._id)),
        kind: 'project',
        subjectId: project._id,
        subjectName: project.title,
        officeKeys: lineageOf(project.divisionCode).slice(0, OFFICE_LEVELS),
        ...{ title, level: 'city', documentNumber: number, reason },
        day: addDays(civilDayOf(madeAt), -1),
        state: 'inForce',
        maker: officerOf('demo-maker'),
        madeAt,
        checker: officerOf('demo-checker'),
        checkedAt: madeAt + DAY_MS,
        ...{ endReason: null, revokedBy: null, requestId: 'demo' },
      };
    }),
  );
}
