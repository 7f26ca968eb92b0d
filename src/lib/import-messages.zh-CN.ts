/** Words for refusals of 导入. */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

export const IMPORT_MESSAGES: Readonly<Record<Extract<ErrorCode, `import.${string}`>, Words>> = {
  'import.notFound': say('没有找到这次导入', '它可能是别人上传的，或不在您的辖区，请回到列表再看。'),
  'import.tooManyOpen': (params) => ({
    title: `您已有 ${String(params.maximum ?? '')} 次导入没有办完`,
    nextStep: '请先完成或放弃列表里没有办完的，再传新的文件。',
  }),
  'import.partsMissing': (params) => ({
    title: `文件还差 ${String(params.missing ?? '')} 段没有传到`,
    nextStep: '请不要离开页面，重新上传一次；已经传到的不会重复。',
  }),
  'import.notReady': say('现在不能这样做', '这次导入的情况已经变了，请刷新再看。'),
  'import.columnsMissing': say(
    '还缺必需的列',
    '花名册要有姓名和证件号码；服务记录要有姓名、是谁、日期、时长和活动名称。',
  ),
};
