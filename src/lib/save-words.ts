/** What came of saving a file, in a word. */
import type { SaveOutcome } from '@/platform/save-file';

export const SAVE_WORDS: Readonly<Record<SaveOutcome, string>> = {
  saved: '已保存',
  opened: '已打开，可从右上角转发或打印',
  denied: '没有保存相册的权限，请在设置里打开后再试',
  failed: '没能保存，请检查网络后再试',
};
