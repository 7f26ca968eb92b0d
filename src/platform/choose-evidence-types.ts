/** A file as it travels: base64 without a prefix. `bytes` is its size. */
export interface ChosenEvidence {
  readonly name: string;
  readonly base64: string;
  readonly bytes: number;
}
export type EvidenceChoice =
  | { readonly ok: true; readonly file: ChosenEvidence }
  | { readonly ok: false; readonly reason: 'cancelled' | 'tooLarge' | 'unreadable' };
/** `maximumBytes`: a picture is made smaller until it fits, a paper that does not is refused. */
export type ChooseEvidence = (kind: 'picture' | 'paper', maximumBytes: number) => Promise<EvidenceChoice>;
