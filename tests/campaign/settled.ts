/** Once the timer has been, records are held exactly where a shift is under review (AT6.4). In words. */
import type { MemoryStore } from './memory-store';

export function heldComplaints(store: MemoryStore): string[] {
  const reviewed = new Set(
    [...store.all('closings').values()].filter(({ state }) => state === 'review').map(({ _id }) => _id),
  );
  return [...store.all('attendances').values()].flatMap(({ _id, shiftId, state, isHeld }) => {
    const isReviewed = reviewed.has(String(shiftId));
    const isWrong = isReviewed ? state === 'confirmed' : isHeld === true;
    return isWrong ? [`${_id} is ${String(state)} although its review is ${String(isReviewed)}`] : [];
  });
}
