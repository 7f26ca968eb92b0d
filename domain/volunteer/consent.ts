/** 授权 (CO1–CO5): what a person agrees to, each by itself, by the version of its text, until taken back. */

export const CONSENT_KINDS = ['basic', 'location', 'publicity', 'sync'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
/** Nothing else depends on these; the basic one ends by leaving. */
export const OPTIONAL_CONSENTS = ['location', 'publicity', 'sync'] as const;
export type OptionalConsent = (typeof OPTIONAL_CONSENTS)[number];

export interface Consent {
  readonly kind: ConsentKind;
  readonly version: string;
  /** epoch ms */
  readonly at: number;
}

export interface ConsentWish {
  readonly kind: OptionalConsent;
  readonly version: string;
  readonly isGiven: boolean;
}

/** Those in force after the wish; null: it is so already. A new version of a text replaces the old one. */
export function consentsAfter(
  consents: readonly Consent[],
  { kind, version, isGiven }: ConsentWish,
  now: number,
): Consent[] | null {
  const known = consents.find((consent) => consent.kind === kind);
  const isSo = isGiven ? known?.version === version : known === undefined;
  if (isSo) return null;
  const others = consents.filter((consent) => consent.kind !== kind);
  return isGiven ? [...others, { kind, version, at: now }] : others;
}

/** Only the text that was agreed to: an older version asks again. */
export function isInForce(consents: readonly Consent[], kind: ConsentKind, version: string): boolean {
  return consents.some((consent) => consent.kind === kind && consent.version === version);
}
