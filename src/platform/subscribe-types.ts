import type { Answer } from '@domain/message/agreement';

/** What the person chose for each template that was asked about. */
export type SubscribeAnswers = Readonly<Record<string, Answer>>;
export type SubscribeResult =
  | { readonly ok: true; readonly answers: SubscribeAnswers }
  /** unavailable: no dialog here · off: the person has switched off all messages of this app in WeChat */
  | { readonly ok: false; readonly reason: 'unavailable' | 'off' };
