import { randomUUID } from 'node:crypto';
import { stringOf } from '../host/json';
import { accepted, refused, type OpenApiAnswer, type OpenApiCall } from './open-api-types';

/** Words that the local check calls risky: test words only, the real check is WeChat's. */
const TEST_WORDS = ['违规测试词', '敏感测试词'];
const MAX_CHARACTERS = 2500;
const RISKY_LABEL = 20001;
const PASS_LABEL = 100;

/** `security.msgSecCheck`, version 2. */
export function checkText(call: OpenApiCall): OpenApiAnswer {
  const { version, scene, openid } = call.parameters;
  const content = stringOf(call.parameters['content']);
  if (version !== 2) return refused(40097, 'invalid args: version must be 2');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene))
    return refused(40097, 'invalid args: scene');
  if (typeof openid !== 'string' || openid === '') return refused(40003, 'invalid openid');
  if (content === undefined || content === '') return refused(40097, 'invalid args: content');
  if (Array.from(content).length > MAX_CHARACTERS) return refused(45002, 'content size out of limit');
  const others = [call.parameters['title'], call.parameters['nickname'], call.parameters['signature']];
  const text = [content, ...others.map((value) => stringOf(value) ?? '')].join('\n');
  const word = TEST_WORDS.find((candidate) => text.includes(candidate));
  const suggest = word === undefined ? 'pass' : 'risky';
  const label = word === undefined ? PASS_LABEL : RISKY_LABEL;
  return accepted({
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      {
        strategy: 'keyword',
        errcode: 0,
        suggest,
        label,
        ...(word === undefined ? {} : { keyword: word, level: 90 }),
      },
    ],
    trace_id: randomUUID(),
  });
}
