/** 品牌项目 for a passer-by (PG2): the number, what was done, what is next, the story. */
import type { PictureView } from '@contract/picture.contract';
import type { OutputOf } from '@contract/procedures';
import { paperDay } from '@domain/certificate/paper';
import type { Channel } from '@domain/link/channel';
import { outcomeShareOf, sumOfSums } from '@domain/project/outcome';
import { formatRatio } from '@domain/statistics/ratio';
import { html, type Html } from './html';
import { pageHref, type PageContent } from './page-frame';
import { asOfWords, countWords, spanWords } from './page-words';

type Story = OutputOf<'project.getProject'>;
type Way = { readonly channel: Channel | null; readonly isBig: boolean };

export function renderProject(story: Story, way: Way): PageContent {
  const { project, teamName, accreditation } = story;
  return {
    title: project.title,
    description: project.goal,
    pictureUrl: project.pictureUrl === '' ? null : project.pictureUrl,
    deed: '参加这个项目',
    deedHref: null,
    body: html`<p>${project.goal}</p>
      <p class="soft">${project.divisionName} · ${teamName}</p>
      ${outcomeOf(story)} ${figuresOf(story.figures)} ${activitiesOf(story, way)}
      ${story.story.length === 0 ? null : section('项目故事', texts(story.story))}
      ${picturesOf(story.pictures)}
      ${story.safeguards === '' ? null : section('安全保障', texts([story.safeguards]))}
      ${
        accreditation === null
          ? null
          : html`<p class="soft">
              ${`认定：${accreditation.document}，有效期至${paperDay(accreditation.validToDay)}`}
            </p>`
      }`,
  };
}

function section(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

export function texts(paragraphs: readonly string[]): Html {
  return html`<div class="card text">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>`;
}

export function row(name: string, value: string): Html {
  return html`<div class="row"><span>${name}</span><span>${value}</span></div>`;
}

/** 照片: drawn from the list's small copies, each in its own frame so that nothing jumps. */
export function picturesOf(pictures: readonly PictureView[]): Html | null {
  if (pictures.length === 0) return null;
  const shown = pictures.map(
    ({ thumbnailUrl, alt, width, height }) =>
      html`<img
        src="${thumbnailUrl}"
        alt="${alt}"
        width="${String(width)}"
        height="${String(height)}"
        loading="lazy"
      />`,
  );
  return section('照片', html`<div class="pictures">${shown}</div>`);
}

/** The share before and after; none where too little was counted (BP4). */
function outcomeOf({ outcome, outcomeName }: Story): Html | null {
  if (outcome === null) return null;
  const shares = (['before', 'after'] as const).map((phase) =>
    outcomeShareOf(sumOfSums(outcome.points.map((point) => point[phase]))),
  );
  const words = shares.map((share) => (share.kind === 'none' ? '—' : formatRatio(share.ratio)));
  if (words.every((one) => one === '—')) return null;
  return section(
    outcomeName,
    html`<div class="card">${row('服务开展之前', words[0] ?? '—')}${row('之后', words[1] ?? '—')}</div>
      <p class="soft">
        ${`${outcome.doneWord}的${outcome.countedWord}占数到的${outcome.countedWord}的比例；— 是数得还不够。`}
      </p>`,
  );
}

function figuresOf(figures: Story['figures']): Html | null {
  if (figures === null) return null;
  const { minutes, volunteerCount, returnerCount, shiftCount, placeCount, asOf } = figures;
  return section(
    '已经做了多少',
    html`<div class="card">
        ${row('服务时长', `${countWords(Math.floor(minutes / 60))} 小时`)}
        ${row('参与过的志愿者', `${countWords(volunteerCount)} 人`)}
        ${returnerCount === null ? null : row('其中再次参与', `${countWords(returnerCount)} 人`)}
        ${row('举办的场次', `${countWords(shiftCount)} 场`)}
        ${row('服务过的社区（村）', `${countWords(placeCount)} 个`)}
      </div>
      <p class="soft">${asOfWords(asOf)}，同一个人只算一次。</p>`,
  );
}

function activitiesOf({ activities }: Story, { channel, isBig }: Way): Html {
  if (activities.length === 0) return section('近期活动', html`<p class="soft">近期没有安排。</p>`);
  const rows = activities.map(({ activityId, title, firstStartsAt, lastEndsAt, placeName }) => {
    const href = pageHref({ kind: 'activity', activityId }, channel, isBig);
    return html`<a class="row" href="${href}">
      <span>${title}</span>
      <span class="soft">${spanWords(firstStartsAt, lastEndsAt)} · ${placeName}</span>
    </a>`;
  });
  return section('近期活动', html`<div class="card">${rows}</div>`);
}
