/** Words for refusals of attachments (PT5). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

export const ATTACHMENT_TOO_LARGE = {
  title: '这个文件太大',
  nextStep: '附件不超过 2 MB；请压缩，或拆成几个再放。',
};

export const ATTACHMENT_MESSAGES: Readonly<Record<Extract<ErrorCode, `attachment.${string}`>, Words>> = {
  'attachment.unreadable': say(
    '这个文件打不开',
    '请选 PDF 或手机拍的照片；Word、表格请先另存为 PDF，加了密码的请先去掉密码。',
  ),
  'attachment.acting': say(
    '这个 PDF 里有会自动运行的内容',
    '请去掉脚本、表单程序、内嵌文件或密码，另存为普通 PDF 再放。',
  ),
  'attachment.tooMany': (params) => ({
    title: `最多放 ${String(params.maximum ?? '')} 个附件`,
    nextStep: '请先去掉一个，再放新的。',
  }),
  'attachment.notFound': say('这个附件已经不在了', '组织者可能换了新的，请刷新活动页再看。'),
};
