/** Words for refusals of posters (PO). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { numberOf, type Words } from './message-kit';

type ReachCode = Extract<ErrorCode, `poster.${string}`>;

export const REACH_MESSAGES: Readonly<Record<ReachCode, Words>> = {
  'poster.stationCount': (params) =>
    (numberOf(params, 'count') ?? 0) === 0
      ? { title: '这里还没有站点', nextStep: '请先在“实践站点”里建好站点，再做海报。' }
      : {
          title: `站点太多，一份文件最多 ${formatCount(numberOf(params, 'maximum') ?? 0)} 个`,
          nextStep: '请在各站点上分别下载海报。',
        },
};
