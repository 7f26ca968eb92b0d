/** The platform port over wx-server-sdk: open API and storage. */
import cloud from 'wx-server-sdk';
import * as z from 'zod';
import '@contract/zod-config';
import type { Platform } from '../kernel/ports';
import { callOpenApi } from './sdk';

const phoneAnswer = z.object({ phoneInfo: z.object({ purePhoneNumber: z.string() }) });
const checkAnswer = z.object({ result: z.object({ suggest: z.string() }) });
/** 资料 (profile) is 1, 评论 2, 论坛 3, 社交日志 4: an activity's text is nearest to a forum post */
const CHECK_SCENE = 3;
/** the platform's limit for one check */
const CHECK_MAXIMUM_CHARACTERS = 2_500;

export const cloudPlatform: Platform = {
  async phoneNumberOf(code) {
    try {
      const answer = phoneAnswer.safeParse(await callOpenApi(['phonenumber', 'getPhoneNumber'], { code }));
      return answer.success ? answer.data.phoneInfo.purePhoneNumber : null;
    } catch {
      // Used up, expired or made up: the platform answers all three with an error code.
      return null;
    }
  },
  async checkContent(openid, text) {
    for (let from = 0; from < text.length; from += CHECK_MAXIMUM_CHARACTERS) {
      const content = text.slice(from, from + CHECK_MAXIMUM_CHARACTERS);
      const parameters = { openid, content, version: 2, scene: CHECK_SCENE };
      const answer = checkAnswer.parse(await callOpenApi(['security', 'msgSecCheck'], parameters));
      if (answer.result.suggest !== 'pass') return 'risky';
    }
    return 'pass';
  },
  async miniProgramCode(scene, page) {
    const answer = await callOpenApi(['wxacode', 'getUnlimited'], { scene, page, checkPath: false });
    const { buffer } = answer;
    if (!(buffer instanceof Uint8Array))
      throw new Error('the platform gave no image for a mini-program code');
    return buffer;
  },
  async storeFile(path, content) {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) });
    return fileID;
  },
  async fileUrls(fileIds) {
    if (fileIds.length === 0) return [];
    const answer = await cloud.getTempFileURL({ fileList: [...fileIds] });
    const urls = new Map((answer?.fileList ?? []).map((file) => [file.fileID, file.tempFileURL]));
    return fileIds.map((fileId) => urls.get(fileId) ?? '');
  },
  async removeFile(fileId) {
    await cloud.deleteFile({ fileList: [fileId] });
  },
};
