/**
 * Says in Chinese, beside each field, why a draft cannot be sent yet. The bounds come from the procedure's
 * own schema and the shift rule from the domain, so the screen never refuses what the server accepts, nor the
 * reverse.
 */
import { createActivity, MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { refusalOfBreaks } from '@domain/attendance/attendance-rules';
import { decideShiftPlan, SHIFT_LIMITS } from '@domain/activity/shift';

import { messageOfCode } from '@/lib/messages.zh-CN';

import { postsProblem } from './post-draft';
import { breaksOf, inputOf, planOf, type ActivityDraft, type ShiftDraft } from './activity-draft';

export type DraftField =
  | 'projectId'
  | 'title'
  | 'summary'
  | 'description'
  | 'dangers'
  | 'insurance'
  | 'training'
  | 'placeName'
  | 'community'
  | 'position'
  | 'radiusMeters'
  | 'shifts';

export interface DraftProblems {
  readonly fields: Partial<Record<DraftField, string>>;
  /** by the key of the shift */
  readonly shiftTimes: Readonly<Record<string, string>>;
  readonly shiftSeats: Readonly<Record<string, string>>;
  readonly count: number;
}

/** Long enough for the schema; never sent. */
const CHECK_ONLY_REQUEST_ID = 'only-for-checking';

interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

const LABELS: Readonly<Record<string, readonly [DraftField, string]>> = {
  projectId: ['projectId', '项目'],
  title: ['title', '活动名称'],
  summary: ['summary', '一句话简介'],
  description: ['description', '活动说明'],
  'risk.dangers': ['dangers', '要注意的风险'],
  'risk.insurance': ['insurance', '保险'],
  'risk.training': ['training', '要先学会的'],
  'place.name': ['placeName', '集合地点'],
  'place.communityCode': ['community', '所在社区（村）'],
  'place.latitude': ['position', '位置'],
  'place.longitude': ['position', '位置'],
  'place.radiusMeters': ['radiusMeters', '签到范围'],
  shifts: ['shifts', '场次'],
};

function shiftTimeProblem(shift: ShiftDraft, now: number): string | null {
  const plan = planOf(shift);
  if (plan === null) return '请选好日期、开始和结束时间。';
  const decision = decideShiftPlan(plan, now);
  if (decision.kind === 'rejected') return messageOfCode(decision.code, decision.params).nextStep;
  const breaks = breaksOf(shift);
  if (breaks.some(({ from, to }) => Number.isNaN(from + to))) return '请选好休息的开始和结束时间。';
  const refusal = refusalOfBreaks(plan, breaks);
  return refusal === null ? null : messageOfCode(refusal.code, refusal.params).nextStep;
}

function seatsProblem(shift: ShiftDraft): string | null {
  if (shift.posts.length > 0) return postsProblem(shift.posts);
  if (shift.isUnlimited) return null;
  const isWhole = /^\d{1,9}$/.test(shift.seats.trim());
  const seats = Number(shift.seats);
  if (isWhole && seats >= 1 && seats <= SHIFT_LIMITS.maximumCapacity) return null;
  return `名额请填 1 到 ${String(SHIFT_LIMITS.maximumCapacity)} 的整数，或选“不限”。`;
}

function sentenceOf(issue: SchemaIssue, field: DraftField, label: string): string {
  if (field === 'projectId') return '请先选择活动属于哪个项目。';
  if (field === 'community') return '请依次选到社区（村）。';
  if (field === 'position') return '请用当前位置、项目常用地点，或填写正确的经纬度。';
  if (field === 'radiusMeters') {
    const { minimumRadiusMeters, maximumRadiusMeters } = SHIFT_LIMITS;
    return `签到范围请填 ${String(minimumRadiusMeters)} 到 ${String(maximumRadiusMeters)} 之间的整数（米）。`;
  }
  if (field === 'shifts') return `请安排 1 到 ${String(MAXIMUM_SHIFTS)} 个场次。`;
  if (issue.code === 'too_small') return `${label}至少 ${String(issue.minimum)} 个字。`;
  if (issue.code === 'too_big') return `${label}太长了，请不超过 ${String(issue.maximum)} 个字。`;
  return `${label}里有不能使用的字符（如从别处粘贴来的不可见字符），请删去后再试。`;
}

function fieldProblems(issues: readonly SchemaIssue[]): Partial<Record<DraftField, string>> {
  const problems: Partial<Record<DraftField, string>> = {};
  for (const issue of issues) {
    if (issue.path[0] === 'shifts' && issue.path.length > 1) continue;
    const entry = LABELS[issue.path.map(String).join('.')];
    if (entry === undefined) continue;
    problems[entry[0]] ??= sentenceOf(issue, entry[0], entry[1]);
  }
  return problems;
}

/** `now`: the server's clock, epoch ms. */
export function problemsOf(draft: ActivityDraft, now: number): DraftProblems {
  const parsed = createActivity.input.safeParse(inputOf(draft, CHECK_ONLY_REQUEST_ID, false));
  const fields = parsed.success ? {} : fieldProblems(parsed.error.issues);
  const shiftTimes: Record<string, string> = {};
  const shiftSeats: Record<string, string> = {};
  for (const shift of draft.shifts) {
    const time = shiftTimeProblem(shift, now);
    if (time !== null) shiftTimes[shift.key] = time;
    const seats = seatsProblem(shift);
    if (seats !== null) shiftSeats[shift.key] = seats;
  }
  const count = [fields, shiftTimes, shiftSeats].reduce((sum, group) => sum + Object.keys(group).length, 0);
  return { fields, shiftTimes, shiftSeats, count };
}
