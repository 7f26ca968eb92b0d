/** The seat of who comes without one, or is checked in by others: nobody is asked for a post on the spot. */
import { heldOf, type HeldPost } from '../activity/post';
import type { Shift } from '../activity/shift';
import { rejected, type Rejection } from '../kernel/result';
import { decideAdmission, decidePostAdmission, type AdmissionRejection, type Person } from './admission';
import { hasRoomFor } from './line';

export type WalkIn =
  | { readonly kind: 'seat'; readonly post: HeldPost | undefined }
  | AdmissionRejection
  | Rejection<'enrolment.full'>;

/** AT15.3: the first post, in their order, that has a free seat and admits the person. */
export function decideWalkIn(person: Person, shift: Shift, now: number): WalkIn {
  const refusal = decideAdmission(person, shift);
  if (refusal !== null) return refusal;
  const places = shift.posts ?? [undefined];
  const free = places.filter((post) => hasRoomFor(shift, 1, now, post));
  const refusals: AdmissionRejection[] = [];
  for (const post of free) {
    const lacking = post === undefined ? null : decidePostAdmission(person, post, shift);
    if (lacking === null) return { kind: 'seat', post: heldOf(post) };
    refusals.push(lacking);
  }
  return refusals[0] ?? rejected('enrolment.full', { capacity: shift.capacity ?? 0 });
}
