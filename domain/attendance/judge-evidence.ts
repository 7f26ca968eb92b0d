/** Was the person there? (AT3–AT4). Pure: the same judgement runs in the function and in the simulation. */
import { distanceMeters, type Position } from '../geography/distance';
import { rejected, type Rejection } from '../kernel/result';
import type { Place } from '../activity/shift';
import { isSamePlace } from '../activity/place';
import type { AssistedMethod, PresenceMethod } from './attendance';
import { judgeRotatingCode, judgeShortCode, type CodeVerdict, type Hmac } from './check-in-code';

export type Evidence =
  | { readonly kind: 'rotatingCode'; readonly code: string }
  | { readonly kind: 'shortCode'; readonly digits: string }
  | ({ readonly kind: 'location'; readonly accuracyMeters: number } & Position)
  /** a genuine printed code of `codePlace`, and where the phone is (AT3.2) */
  | ({ readonly kind: 'placeCode'; readonly codePlace: Place; readonly accuracyMeters: number } & Position)
  /** the word of who runs the shift, after `decideAssist` (AT3.2, AT3.4, AT3.5) */
  | { readonly kind: 'assisted'; readonly method: AssistedMethod };

/** What proves its own time, however late it comes (AT5). */
export type CodeEvidence = Extract<Evidence, { readonly kind: 'rotatingCode' | 'shortCode' }>;

export function isCode(evidence: Evidence): evidence is CodeEvidence {
  return evidence.kind === 'rotatingCode' || evidence.kind === 'shortCode';
}

export interface AcceptedEvidence {
  readonly kind: 'accepted';
  readonly method: PresenceMethod;
  readonly distanceMeters: number | null;
  readonly accuracyMeters: number | null;
  readonly timeStep: number | null;
}
export type EvidenceRejection = Rejection<
  'attendance.codeInvalid' | 'attendance.codeExpired' | 'attendance.outsideGeofence' | 'placeCode.elsewhere'
>;

/** Accuracy forgives at most this much (AT3.3). */
export const ACCURACY_ALLOWANCE_METERS = 100;

export interface CodeKeys {
  readonly hmac: Hmac;
  readonly seed: Uint8Array;
}

export function judgeEvidence(
  place: Place,
  evidence: Evidence,
  keys: CodeKeys,
  now: number,
): AcceptedEvidence | EvidenceRejection {
  switch (evidence.kind) {
    case 'rotatingCode':
      return fromVerdict('rotatingCode', judgeRotatingCode(keys.hmac, keys.seed, evidence.code, now));
    case 'shortCode':
      return fromVerdict('shortCode', judgeShortCode(keys.hmac, keys.seed, evidence.digits, now));
    case 'location':
      return judgeLocation(place, evidence, evidence.accuracyMeters);
    case 'placeCode': {
      if (!isSamePlace(place, evidence.codePlace)) return rejected('placeCode.elsewhere');
      const verdict = judgeLocation(place, evidence, evidence.accuracyMeters);
      return verdict.kind === 'rejected' ? verdict : { ...verdict, method: 'placeCode' };
    }
    case 'assisted': {
      const nothing = { distanceMeters: null, accuracyMeters: null, timeStep: null };
      return { kind: 'accepted', method: evidence.method, ...nothing };
    }
  }
}

function fromVerdict(method: PresenceMethod, verdict: CodeVerdict): AcceptedEvidence | EvidenceRejection {
  switch (verdict.kind) {
    case 'valid':
      return { kind: 'accepted', method, distanceMeters: null, accuracyMeters: null, timeStep: verdict.step };
    case 'expired':
      return rejected('attendance.codeExpired', { ageSeconds: verdict.ageSeconds });
    case 'invalid':
      return rejected('attendance.codeInvalid');
  }
}

function judgeLocation(
  place: Place,
  at: Position,
  accuracyMeters: number,
): AcceptedEvidence | EvidenceRejection {
  const distance = distanceMeters(place.position, at);
  const accuracy = Math.round(accuracyMeters);
  if (distance - Math.min(accuracy, ACCURACY_ALLOWANCE_METERS) > place.radiusMeters) {
    return rejected('attendance.outsideGeofence', {
      distanceMeters: distance,
      allowedMeters: place.radiusMeters,
      remainingMeters: distance - place.radiusMeters,
    });
  }
  return {
    kind: 'accepted',
    method: 'location',
    distanceMeters: distance,
    accuracyMeters: accuracy,
    timeStep: null,
  };
}
