/** Why this exists: every refusal of the database, with the code and text the cloud uses for it. */

export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}

/** A feature the local database does not have: refused by name, never guessed. */
export function notImplemented(what: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', `NotImplemented: ${what}`);
}

export function invalidParameter(message: string): DatabaseError {
  return new DatabaseError('INVALID_PARAM', message);
}

/** The database understood the request and refused it. */
export function requestFailed(message: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', message);
}

export function collectionMissing(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request.`,
  );
}

export class DuplicateKeyError extends DatabaseError {
  constructor(collection: string, index: string, key: string) {
    super(
      'DATABASE_REQUEST_FAILED',
      `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
    );
  }
}

/** Another transaction holds the document: the second writer fails at once. */
export function transactionBusy(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionBusy] Transaction is busy: the document is held by another transaction.',
  );
}

/** The document was changed after the snapshot of the transaction. */
export function transactionConflict(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict: WriteConflict with a later change.',
  );
}

/** Committed, aborted, expired or never begun. */
export function transactionMissing(lifeMilliseconds: number): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server; ' +
      `it must be committed or aborted within ${lifeMilliseconds / 1000} seconds.`,
  );
}

export function resultTooLarge(maxBytes: number): DatabaseError {
  return new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    `[LimitExceeded.ResultSize] the result exceeds ${maxBytes} bytes; ask for fewer rows or fields`,
  );
}
