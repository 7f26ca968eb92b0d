/** What a poster says of an activity, a project or a station: what everybody may read of it. */
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import type { PosterTarget } from '@contract/poster.contract';
import { rejected, type Rejection } from '@domain/kernel/result';
import type { Link } from '@domain/link/link';
import type { PosterContent } from '@domain/poster/poster';
import { isBrandProject } from '@domain/project/project';
import { civilDayOf, minuteOfDay } from '@domain/time/civil-day';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';

export interface PosterSubject {
  readonly link: Link;
  readonly words: Pick<PosterContent, 'label' | 'title' | 'rows' | 'call'>;
  /** null: there is none */
  readonly pictureFileId: string | null;
}
type Gone = Rejection<'activity.notFound' | 'project.notFound' | 'station.notFound'>;

/** Round trips: 1 or 2. Drafts, cancelled activities and closed stations have none. */
export async function posterSubjectOf(
  ports: Ports,
  now: number,
  target: PosterTarget,
): Promise<PosterSubject | Gone> {
  const { database } = ports;
  switch (target.kind) {
    case 'activity': {
      const activity = await database.get('activities', target.activityId);
      return activity?.state === 'published'
        ? activitySubject(ports, activity)
        : rejected('activity.notFound');
    }
    case 'project': {
      const project = await database.get('projects', target.projectId);
      return project === null ? rejected('project.notFound') : projectSubject(project, now);
    }
    case 'station': {
      const station = await database.get('stations', target.stationId);
      return station?.state === 'open' ? stationSubject(station) : rejected('station.notFound');
    }
  }
}

async function activitySubject(
  { database }: Ports,
  activity: StoredDocument<'activities'>,
): Promise<PosterSubject> {
  const { _id: activityId, projectId, title, placeName, divisionName, teamName, pictures = [] } = activity;
  const [shifts, project] = await Promise.all([
    database.find('shifts', {
      where: { activityId },
      orderBy: [
        ['startsAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MAXIMUM_SHIFTS,
    }),
    database.get('projects', projectId),
  ]);
  return {
    link: { kind: 'activity', activityId },
    words: {
      label: activity.trainingValidDays === null ? '志愿服务活动' : '志愿服务培训',
      title,
      rows: [
        { label: '时间', text: timesText(shifts.filter(({ state }) => state === 'open')) },
        { label: '地点', text: divisionName === '' ? placeName : `${placeName}（${divisionName}）` },
        { label: '组织', text: teamName },
      ],
      call: '扫码报名',
    },
    pictureFileId: pictures[0]?.fileId ?? project?.pictureFileId ?? null,
  };
}

function projectSubject(project: StoredDocument<'projects'>, now: number): PosterSubject {
  const { _id: projectId, title, goal, divisionName, teamName, pictures = [] } = project;
  const isBrand = isBrandProject(project, civilDayOf(now));
  return {
    link: { kind: 'project', projectId },
    words: {
      label: isBrand ? '品牌志愿服务项目' : '志愿服务项目',
      title,
      rows: [
        { label: '做什么', text: goal },
        { label: '在哪里', text: divisionName },
        { label: '谁在做', text: teamName },
      ],
      call: '扫码加入',
    },
    pictureFileId: pictures[0]?.fileId ?? (project.pictureFileId === '' ? null : project.pictureFileId),
  };
}

const STATION_LABELS: Readonly<Record<StoredDocument<'stations'>['level'], string>> = {
  centre: '新时代文明实践中心',
  institute: '新时代文明实践所',
  station: '新时代文明实践站',
};

/** A station has no picture. */
export function stationSubject(station: StoredDocument<'stations'>): PosterSubject {
  const { _id: stationId, name, level, address, divisionName } = station;
  return {
    link: { kind: 'station', stationId },
    words: {
      label: STATION_LABELS[level],
      title: name,
      rows: [
        { label: '地址', text: address },
        { label: '属地', text: divisionName },
      ],
      call: '扫码看活动',
    },
    pictureFileId: null,
  };
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `11月28日（周六）14:00–16:00`; of several the first and the last day, and how many they are */
function timesText(shifts: readonly Pick<StoredDocument<'shifts'>, 'startsAt' | 'endsAt'>[]): string {
  const [first] = shifts;
  const last = shifts[shifts.length - 1];
  if (first === undefined || last === undefined) return '时间另行通知';
  const firstDay = dayText(first.startsAt);
  const from = `${firstDay}${clockText(first.startsAt)}`;
  if (first === last) {
    const lastDay = dayText(first.endsAt);
    return `${from}–${lastDay === firstDay ? '' : lastDay}${clockText(first.endsAt)}`;
  }
  const count = `共 ${String(shifts.length)} 场`;
  return `${from}起，到${dayText(last.startsAt)}，${count}，扫码看每一场`;
}

function dayText(instant: number): string {
  const day = civilDayOf(instant);
  const [, month = '', date = ''] = day.split('-');
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${String(Number(month))}月${String(Number(date))}日（周${weekday}）`;
}

function clockText(instant: number): string {
  const minute = minuteOfDay(instant);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
