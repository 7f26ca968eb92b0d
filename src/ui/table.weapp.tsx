import { Fragment } from 'react';

import type { TableProps } from './table-types';

export type * from './table-types';

/** On a phone every row is a card. */
export function Table<Row>({ rows, keyOf, card }: TableProps<Row>) {
  return rows.map((row) => <Fragment key={keyOf(row)}>{card(row)}</Fragment>);
}
