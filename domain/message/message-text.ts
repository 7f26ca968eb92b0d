/** The words of a message, fit for WeChat's fields (ME7): `thing` has 20 characters, `time` its own form. */
import { civilDayOf, minuteOfDay, yearOf } from '../time/civil-day';

export const THING_MAXIMUM = 20;
const NOTHING = '无';

/**
 * One line of at most 20 characters, never empty and never half a character. Counted in UTF-16 units, which
 * is the strictest way anybody counts.
 */
export function thingOf(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (line === '') return NOTHING;
  if (line.length <= THING_MAXIMUM) return line;
  let kept = '';
  for (const character of line) {
    if (kept.length + character.length > THING_MAXIMUM - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `2026年11月26日 10:05`, as a `time` field wants it. */
export function timeOf(instant: number): string {
  const day = civilDayOf(instant);
  const minute = minuteOfDay(instant);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${yearOf(day)}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日 ${clock}`;
}

/** What a message is told with; the words are ours, the names of things the fact's. */
export type NoteOf =
  | { readonly kind: 'shiftSoon' | 'checkOutForgotten' | 'seatGiven' | 'certificateReady' | 'invitation' }
  | { readonly kind: 'shiftCancelled'; readonly reason: string }
  | { readonly kind: 'shiftChanged'; readonly isTimeChanged: boolean; readonly isPlaceChanged: boolean }
  | { readonly kind: 'recordConfirmed'; readonly minutes: number };

/** Whole minutes, `90` as `1 小时 30 分钟`. */
function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${String(hours)} 小时`] : []),
    ...(rest > 0 ? [`${String(rest)} 分钟`] : []),
  ];
  return parts.length === 0 ? '0 分钟' : parts.join(' ');
}

function changedWords(about: { readonly isTimeChanged: boolean; readonly isPlaceChanged: boolean }): string {
  if (about.isTimeChanged && about.isPlaceChanged) return '时间和地点';
  return about.isTimeChanged ? '时间' : '地点';
}

export function noteOf(about: NoteOf): string {
  switch (about.kind) {
    case 'shiftSoon':
      return '请准时到，到场后签到';
    case 'checkOutForgotten':
      return '请签退，过时不计时长';
    case 'seatGiven':
      return '候补成功，来不了请取消';
    case 'certificateReady':
      return '服务记录证明已开好';
    case 'invitation':
      return '点开看，愿意再报名';
    case 'shiftCancelled':
      return thingOf(`已取消：${about.reason}`);
    case 'shiftChanged':
      return `${changedWords(about)}有变，请点开看`;
    case 'recordConfirmed':
      return thingOf(`已确认 ${minutesText(about.minutes)}`);
  }
}
