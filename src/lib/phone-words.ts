import type { PhoneCodeResult } from '@/platform/phone';

type PhoneProblem = Extract<PhoneCodeResult, { ok: false }>['reason'];

export const PHONE_PROBLEM_WORDS: Readonly<Record<PhoneProblem, string>> = {
  refused: '没有取得手机号。您可以再点一次并选“允许”，或直接填写手机号。',
  unavailable: '这里暂时不能验证手机号，请在微信小程序里办理，或到就近的文明实践站。',
  invalidNumber: '手机号应为 11 位，以 1 开头，请核对后再试。',
  unreachable: '连不上网络，请检查网络后再试；已填写的内容还在。',
};
