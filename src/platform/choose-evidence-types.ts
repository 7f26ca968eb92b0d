/** A file as it travels: base64 without a prefix. `bytes` is its size. */
export interface ChosenEvidence {
  readonly name: string;
  readonly base64: string;
  readonly bytes: number;
}
export type EvidenceChoice =
  | { readonly ok: true; readonly file: ChosenEvidence }
  | { readonly ok: false; readonly reason: 'cancelled' | 'tooLarge' | 'unreadable' };
/** A table is an Excel or CSV file. */
export type EvidenceKind = 'picture' | 'paper' | 'table';
/** `maximumBytes`: a picture is made smaller until it fits, another file that does not is refused. */
export type ChooseEvidence = (kind: EvidenceKind, maximumBytes: number) => Promise<EvidenceChoice>;
