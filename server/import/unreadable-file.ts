import type { IMPORT_FAILURES } from '@contract/import.contract';

export type ImportFailure = (typeof IMPORT_FAILURES)[number];

/** The file is the cause: trying again gives the same. */
export class UnreadableFile extends Error {
  constructor(readonly failure: ImportFailure) {
    super(`the file cannot be imported: ${failure}`);
    this.name = 'UnreadableFile';
  }
}
