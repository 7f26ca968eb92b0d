/** 活动 for a passer-by (PG2): when, where, how many seats, what is dangerous. */
import type { OutputOf } from '@contract/procedures';
import type { Channel } from '@domain/link/channel';
import { html, type Html } from './html';
import { pageHref, type PageContent } from './page-frame';
import { countWords, periodWords } from './page-words';
import { picturesOf, row, texts } from './render-project';

type Answer = OutputOf<'activity.getActivity'>;
type Shift = Answer['shifts'][number];

const RISK_WORDS = { general: null, heightened: '风险较高', emergency: '抢险救灾，只接受成年人' } as const;

export function renderActivity(
  { activity, shifts, description, pictures }: Answer,
  {
    channel,
    isBig,
    now,
  }: { readonly channel: Channel | null; readonly isBig: boolean; readonly now: number },
): PageContent {
  const { projectId, risk } = activity;
  const riskWords = RISK_WORDS[risk.level];
  const first = shifts.find(({ endsAt, state }) => endsAt > now && state === 'open') ?? shifts[0];
  const when = first === undefined ? '' : periodWords(first.startsAt, first.endsAt);
  return {
    title: activity.title,
    description: [activity.summary, when, activity.placeName].filter((text) => text !== '').join(' · '),
    pictureUrl: pictures[0]?.url ?? null,
    deed: activity.lastEndsAt > now && activity.state === 'published' ? '我要报名' : '在网页版里看',
    deedHref: null,
    body: html`${activity.summary === '' ? null : html`<p>${activity.summary}</p>`}
      ${activity.state === 'cancelled' ? html`<p class="verdict">这个活动已取消。</p>` : null}
      ${activity.lastEndsAt <= now ? html`<p class="verdict">这个活动已结束。</p>` : null}
      <div class="card">
        ${row('地点', `${activity.placeName}（${activity.divisionName}）`)}
        ${row('组织队伍', activity.teamName)}
        <a class="row" href="${pageHref({ kind: 'project', projectId }, channel, isBig)}">
          <span>所属项目</span><span>${activity.projectTitle}</span>
        </a>
        ${activity.trainingValidDays === null ? null : row('性质', '培训，不计服务时长')}
        ${riskWords === null ? null : row('风险', [riskWords, risk.dangers].filter(Boolean).join('：'))}
      </div>
      <h2>场次</h2>
      ${
        shifts.length === 0
          ? html`<p class="soft">还没有安排场次。</p>`
          : html`<div class="card">${shifts.map((shift) => shiftRow(shift, now))}</div>`
      }
      <h2>活动说明</h2>
      ${texts(description.split(/\n+/))} ${picturesOf(pictures.slice(1))}`,
  };
}

function shiftRow(shift: Shift, now: number): Html {
  const meeting = shift.meetingPoint === '' ? '' : `在${shift.meetingPoint}集合`;
  const posts = (shift.posts ?? []).map(({ name }) => name).join('、');
  const words = [seatWords(shift, now), posts === '' ? '' : `岗位：${posts}`, meeting].filter(Boolean);
  return row(periodWords(shift.startsAt, shift.endsAt), words.join('，'));
}

function seatWords({ state, endsAt, capacity, takenCount }: Shift, now: number): string {
  if (state === 'cancelled') return '已取消';
  if (endsAt <= now) return '已结束';
  if (capacity === null) return '不限名额';
  const left = Math.max(0, capacity - takenCount);
  return left === 0 ? '已报满，可以候补' : `还有 ${countWords(left)} 个名额`;
}
