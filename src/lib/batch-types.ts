import type { BatchDeed } from '@contract/batch.contract';
import type { ProcedureName } from '@contract/procedures';

export interface BatchChoice {
  readonly deed: BatchDeed;
  /** on its button */
  readonly verb: string;
  /** empty: none is asked for */
  readonly reasonLabel: string;
  /** what all of it comes to */
  readonly sumWords: (sum: {
    readonly count: number;
    readonly people: number;
    readonly minutes: number;
  }) => string;
}

export interface BatchBarProps {
  readonly choices: readonly BatchChoice[];
  readonly keys: readonly string[];
  readonly nameOf: (key: string) => string;
  /** questions whose answers it changes */
  readonly invalidates: readonly ProcedureName[];
  readonly onChange: (keys: readonly string[]) => void;
}
