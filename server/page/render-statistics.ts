/** 公开统计 for a passer-by: the city and its counties, small counts hidden (ST23), with definitions. */
import type { PublicBoard, PublicRow } from '@contract/statistics.contract';
import { MEASURES } from '@domain/statistics/measure';
import { SMALLEST_SHOWN_PERSONS } from '@domain/statistics/suppression';
import { html, type Html } from './html';
import type { PageContent } from './page-frame';
import { asOfWords, countWords } from './page-words';

const HIDDEN = '＊';
const COLUMNS = ['注册（人）', '活跃（人）', '时长（小时）', '品牌项目'] as const;

const shown = (count: number | null): string => (count === null ? HIDDEN : countWords(count));

export function renderStatistics({ total, counties, asOf }: PublicBoard): PageContent {
  const registered = total.registered === null ? '' : `注册志愿者 ${countWords(total.registered)} 人。`;
  return {
    title: `${total.name}志愿服务统计`,
    description: `${registered}各县（市）的注册、活跃、时长和品牌项目，${asOfWords(asOf)}。`,
    pictureUrl: null,
    deed: '在网页版里看',
    deedHref: null,
    body: html`<p class="soft">${asOfWords(asOf)}</p>
      <div class="card wide" role="region" aria-label="各县（市）志愿服务统计" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">地区</th>
              ${COLUMNS.map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${tableRow(total, '合计')}${counties.map((county) => tableRow(county, county.name))}
          </tbody>
        </table>
      </div>
      <p class="soft">
        ${`${HIDDEN}：不足 ${String(SMALLEST_SHOWN_PERSONS)} 人的数，`}以及为防止由合计推算而一并隐去的数，不公开。
      </p>
      <h2>这些数怎么算</h2>
      <dl class="card text">
        ${term('注册', MEASURES.registered.definition)} ${term('活跃', MEASURES['active.CUM'].definition)}
        ${term('时长', MEASURES.serviceHours.definition)}
        ${term('品牌项目', '截至日认定仍在有效期内的项目，按申报的县（市）归属。')}
      </dl>`,
  };
}

function tableRow({ registered, activeCum, serviceMinutes, brandProjectCount }: PublicRow, name: string) {
  const hours = serviceMinutes === null ? null : Math.floor(serviceMinutes / 60);
  const cells = [registered, activeCum, hours, brandProjectCount].map(shown);
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function term(word: string, definition: string): Html {
  return html`<div>
    <dt>${word}</dt>
    <dd>${definition}</dd>
  </div>`;
}
