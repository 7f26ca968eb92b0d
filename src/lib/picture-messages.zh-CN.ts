/** Words for refusals of pictures (PT1–PT3). */
import type { ErrorCode } from '@contract/error-codes';

import { say, type Words } from './message-kit';

type PictureCode = Extract<ErrorCode, `picture.${string}`>;

export const PICTURE_TOO_LARGE = {
  title: '这张照片太大',
  nextStep: '请另选一张，或先在手机里裁小一些再选。',
};

export const PICTURE_MESSAGES: Readonly<Record<PictureCode, Words>> = {
  'picture.unreadable': say('这张照片打不开', '请另选一张手机拍的照片；截图和文件不行的，先存成照片。'),
  'picture.tooSmall': say('这张照片太小', '请选一张宽和高都在 200 像素以上的。'),
  'picture.refused': say('这张照片没有通过安全检查', '请另选一张；不要有受助人的脸、证件或住址。'),
  'picture.tooMany': (params) => ({
    title: `最多放 ${String(params.maximum ?? '')} 张照片`,
    nextStep: '请先删去一张，再放新的。',
  }),
  'picture.changedMeanwhile': say('别人刚刚加了照片', '已经重新读出来，请看过再保存。'),
};
