/**
 * What is missing or wrong in the form, in words, before anything is sent. The rules are the contract's own.
 */
import { communityCodeField, personNameField, phoneNumberField } from '@contract/fields';
import type { CivilDay } from '@domain/time/civil-day';
import { ageOn, readIdNumber } from '@domain/volunteer/id-number';
import { MINIMUM_OWN_REGISTRATION_AGE } from '@domain/volunteer/volunteer';
import { idNumberAdvice } from '@/lib/messages.zh-CN';

export interface RegistrationForm {
  readonly name: string;
  readonly idNumber: string;
  readonly phone:
    | { readonly kind: 'typed'; readonly phoneNumber: string }
    | { readonly kind: 'wechat'; readonly code: string };
  readonly communityCode: string;
  readonly hasConsented: boolean;
}
export type FormField = 'name' | 'idNumber' | 'phone' | 'community' | 'consent';
export type FormFaults = Partial<Record<FormField, string>>;

export function nameFault(name: string): string | undefined {
  if (name.trim() === '') return '请填写姓名，与身份证一致。';
  return personNameField.safeParse(name).success ? undefined : '姓名应为 2 到 30 个字，不含数字和符号。';
}

/** `isComplete`: false while the person is still typing, so a half-typed number is not yet called wrong. */
export function idNumberFault(text: string, today: CivilDay, isComplete: boolean): string | undefined {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  if (typed === '') return isComplete ? '请填写身份证号。' : undefined;
  if (typed.length < 18 && !isComplete) return undefined;
  const read = readIdNumber(text, today);
  if (read.kind === 'fault') return idNumberAdvice(read.fault);
  if (ageOn(read.birthDay, today) >= MINIMUM_OWN_REGISTRATION_AGE) return undefined;
  return `未满 ${String(MINIMUM_OWN_REGISTRATION_AGE)} 周岁，请家长注册后在“我的孩子”里添加。`;
}

export function phoneFault(phoneNumber: string): string | undefined {
  if (phoneNumber.trim() === '') return '请填写手机号。';
  return phoneNumberField.safeParse(phoneNumber).success ? undefined : '手机号应为 11 位，以 1 开头。';
}

/** Empty when everything may be sent. */
export function formFaults(form: RegistrationForm, today: CivilDay): FormFaults {
  const faults: Record<FormField, string | undefined> = {
    name: nameFault(form.name),
    idNumber: idNumberFault(form.idNumber, today, true),
    phone: form.phone.kind === 'typed' ? phoneFault(form.phone.phoneNumber) : undefined,
    community: communityCodeField.safeParse(form.communityCode).success ? undefined : '请选到村（社区）。',
    consent: form.hasConsented ? undefined : '请阅读并勾选同意。',
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}
