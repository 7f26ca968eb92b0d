import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** a number: right-aligned, in digits of one width */
  readonly isNumber?: boolean;
  /** stays short: never broken into lines */
  readonly isTight?: boolean;
}

export interface TableProps<Row> {
  /** Spoken name of the table. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Spoken name of a row. */
  readonly nameOf: (row: Row) => string;
  /** A row on a phone. */
  readonly card: (row: Row) => ReactNode;
  /** A press on the row, or Enter. */
  readonly onOpen?: (row: Row) => void;
  /** Several can be chosen for a deed; `isSelectable` false: not this one. */
  readonly selection?: {
    readonly keys: readonly string[];
    readonly isSelectable: (row: Row) => boolean;
    readonly onChange: (keys: readonly string[]) => void;
  };
  /** The last column: buttons of a row. */
  readonly deeds?: (row: Row) => ReactNode;
  /** There are more rows, and this fetches them. */
  readonly onMore?: (() => void) | undefined;
}
