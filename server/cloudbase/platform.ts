/** The platform port over wx-server-sdk: open API and storage. */
import cloud from 'wx-server-sdk';
import * as z from 'zod';
import '@contract/zod-config';
import type { Platform } from '../kernel/ports';
import type { SendAnswer } from '@domain/message/send-outcome';
import { callOpenApi } from './sdk';

const phoneAnswer = z.object({ phoneInfo: z.object({ purePhoneNumber: z.string() }) });
const checkAnswer = z.object({ result: z.object({ suggest: z.string() }) });
/** 资料 (profile) is 1, 评论 2, 论坛 3, 社交日志 4: an activity's text is nearest to a forum post */
const CHECK_SCENE = 3;
/** the platform's limit for one check */
const CHECK_MAXIMUM_CHARACTERS = 2_500;

/** The SDK's own: the function was not given the permission, so WeChat never heard of it. */
const NO_PERMISSION = -604_101;

/** `imgSecCheck` says so by an error. */
const RISKY_PICTURE = 87_014;

function errorCodeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'errCode') : null;
}

/** WeChat's refusals are positive; any other failure, such as -1 or a lost connection, says nothing (ME3). */
function answerOf(error: unknown): SendAnswer {
  const code = errorCodeOf(error);
  const isAnswer = typeof code === 'number' && (code > 0 || code === NO_PERMISSION);
  return isAnswer ? { kind: 'answered', errorCode: code } : { kind: 'unknown' };
}

function linkIn(answer: Readonly<Record<string, unknown>>, field: string): string {
  const text = answer[field];
  if (typeof text !== 'string' || text === '') throw new Error(`the platform gave no ${field}`);
  return text;
}

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
  async checkPicture(jpeg) {
    const media = { contentType: 'image/jpeg', value: Buffer.from(jpeg) };
    try {
      await callOpenApi(['security', 'imgSecCheck'], { media });
      return 'pass';
    } catch (error) {
      if (errorCodeOf(error) === RISKY_PICTURE) return 'risky';
      throw error;
    }
  },
  async sendMessage({ openId, templateId, page, data }) {
    const parameters = { touser: openId, templateId, page, data, lang: 'zh_CN' };
    try {
      const { errCode } = await callOpenApi(['subscribeMessage', 'send'], parameters);
      return { kind: 'answered', errorCode: typeof errCode === 'number' ? errCode : 0 };
    } catch (error) {
      return answerOf(error);
    }
  },
  async miniProgramCode(scene, page) {
    const answer = await callOpenApi(['wxacode', 'getUnlimited'], { scene, page, checkPath: false });
    const { buffer } = answer;
    if (!(buffer instanceof Uint8Array))
      throw new Error('the platform gave no image for a mini-program code');
    return buffer;
  },
  async makeLink(form, path, query, days) {
    const expiry = { expireType: 1, expireInterval: days };
    switch (form) {
      case 'urlLink':
        return linkIn(await callOpenApi(['urllink', 'generate'], { path, query, ...expiry }), 'urlLink');
      case 'urlScheme': {
        const parameters = { jumpWxa: { path, query }, ...expiry };
        return linkIn(await callOpenApi(['urlscheme', 'generate'], parameters), 'openlink');
      }
      case 'shortLink': {
        // WeChat's own thirty days.
        const parameters = { pageUrl: `${path}?${query}`, isPermanent: false };
        return linkIn(await callOpenApi(['shortlink', 'generate'], parameters), 'link');
      }
    }
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
  async readFile(fileId) {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId });
    return fileContent;
  },
  async removeFile(fileId) {
    await cloud.deleteFile({ fileList: [fileId] });
  },
};
