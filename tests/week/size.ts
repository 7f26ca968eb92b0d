/** How large a week is, and what is known of it in the end. */
export interface WeekSize {
  readonly people: number;
  readonly stations: number;
  readonly days: number;
  /** of a day: what happens within some minutes */
  readonly batches: number;
  /** of everybody, in each batch */
  readonly share: number;
  /** how much happens in a batch at the desk of each shift one can check out of: 1 is one thing */
  readonly desks: number;
  /** of the faults, and of the deaths of instances */
  readonly strength: number;
  readonly deaths: number;
  /** broken rules after which it ends: so many say what is wrong */
  readonly enough: number;
  /** after so long it ends early, settled and checked all the same */
  readonly minutes: number;
}

export interface WeekReport {
  readonly counts: ReadonlyMap<string, number>;
  readonly fired: ReadonlyMap<string, number>;
  /** broken rules, in words; empty when all held */
  readonly broken: readonly string[];
  readonly checks: number;
  readonly told: number;
  readonly visits: number;
  readonly figures: number;
}
