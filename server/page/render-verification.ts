/** 查验 for whoever holds the paper (CE6): what the verification says, and nothing else. */
import type { Verification } from '@contract/certificate.contract';
import { formatCertificateNumber, type CertificateNumber } from '@domain/certificate/certificate-code';
import { paperDay, paperMinutes } from '@domain/certificate/paper';
import { html } from './html';
import { VERIFY_PATH, type PageContent } from './page-frame';
import { row } from './render-project';

const VERDICTS = {
  valid: ['有效', '与平台现在的记录一致。'],
  changed: ['已变更', '开出后有记录被更正或作废，请以现在仍确认的时长为准。'],
  revoked: ['已作废', '这份证明已被持有人作废或由办公室撤销，不能使用。'],
} as const;

export function renderVerification(verification: Verification, number: CertificateNumber): PageContent {
  const { state, maskedName, fromDay, toDay, minutes, confirmedMinutes, issuerName } = verification;
  const [verdict, text] = VERDICTS[state];
  const days = fromDay === toDay ? paperDay(fromDay) : `${paperDay(fromDay)}至${paperDay(toDay)}`;
  return {
    title: '志愿服务记录查验',
    description: '由平台现在的记录核对',
    pictureUrl: null,
    deed: '查验另一份',
    deedHref: VERIFY_PATH,
    body: html`<p class="verdict ${state}" role="status">${verdict}</p>
      <p>${text}</p>
      <h2>编号 ${formatCertificateNumber(number)}</h2>
      <div class="card">
        ${row('姓名（只显示姓）', maskedName)} ${row('服务期间', days)}
        ${row('纸面写明的时长', paperMinutes(minutes))}
        ${state === 'changed' ? row('现在仍确认的时长', paperMinutes(confirmedMinutes)) : null}
        ${row('记录单位', issuerName)}
      </div>
      <p class="soft">请核对以上内容与纸面是否相同。这是平台服务记录，经记录单位盖章后使用。</p>`,
  };
}
