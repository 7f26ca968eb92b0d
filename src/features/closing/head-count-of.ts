import { HEAD_COUNT_MAXIMUM } from '@domain/attendance/closing';

/** Null for what is no number of heads. */
export function headCountOf(text: string): number | null {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null;
  return count !== null && count <= HEAD_COUNT_MAXIMUM ? count : null;
}
