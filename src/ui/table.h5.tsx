/**
 * Rows and columns in a wide window, cards in a narrow one. By keys: ↑ ↓ go from row to row, Enter opens, the
 * space bar chooses, n and p go on and back by a page, / goes to the filter above.
 */
import { Fragment, useRef, type KeyboardEvent } from 'react';

import { useFilterKey, useWideWindow } from '../platform/wide-window';
import { moveOfKey, rowAfter } from './table-keys';
import type { TableProps } from './table-types';

export type * from './table-types';

export function Table<Row>(props: TableProps<Row>) {
  const { rows, keyOf, card } = props;
  const isWide = useWideWindow();
  if (isWide) return <WideTable {...props} />;
  return rows.map((row) => <Fragment key={keyOf(row)}>{card(row)}</Fragment>);
}

function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

function WideTable<Row>(props: TableProps<Row>) {
  const { label, rows, columns, keyOf, nameOf, onOpen, selection, deeds, onMore } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useFilterKey();
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, index: number) => {
    // Buttons within a row have keys of their own.
    const isRow = event.target === event.currentTarget;
    if (!isRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[index];
    if (row === undefined) return;
    if (event.key === 'Enter') onOpen?.(row);
    if (event.key === ' ' && selection?.isSelectable(row) === true) {
      selection.onChange(toggled(selection.keys, keyOf(row)));
    }
    const move = moveOfKey(event.key);
    if (move !== 0) {
      const next = rowAfter(index, move, rows.length);
      if (next === index && move > 0) onMore?.();
      const target = body.current?.children[next];
      if (target instanceof HTMLElement) target.focus();
    }
    if (move !== 0 || event.key === ' ' || event.key === 'Enter') event.preventDefault();
  };
  return (
    <table className="xf-table" aria-label={label}>
      <Head {...props} />
      <tbody ref={body}>
        {rows.map((row, index) => (
          <tr
            key={keyOf(row)}
            tabIndex={0}
            aria-label={nameOf(row)}
            aria-selected={selection === undefined ? undefined : selection.keys.includes(keyOf(row))}
            className={onOpen === undefined ? '' : 'xf-table__open'}
            onKeyDown={(event) => {
              onKeyDown(event, index);
            }}
            onClick={() => onOpen?.(row)}
          >
            {selection === undefined ? null : <ChoiceCell {...props} selection={selection} row={row} />}
            {columns.map(({ head, cell, isNumber, isTight }) => (
              <td key={head} className={cellClass(isNumber, isTight)}>
                {cell(row)}
              </td>
            ))}
            {deeds === undefined ? null : (
              <td
                className="xf-table__deeds"
                onClick={(event) => {
                  event.stopPropagation();
                }}
              >
                {deeds(row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(isNumber = false, isTight = false): string {
  return `${isNumber ? 'xf-table__number' : ''} ${isTight || isNumber ? 'xf-table__tight' : ''}`.trim();
}

function Head<Row>({ rows, columns, keyOf, selection, deeds }: TableProps<Row>) {
  const choosable = selection === undefined ? [] : rows.filter((row) => selection.isSelectable(row));
  const isAll = choosable.length > 0 && choosable.every((row) => selection?.keys.includes(keyOf(row)));
  return (
    <thead>
      <tr>
        {selection === undefined ? null : (
          <th className="xf-table__choice">
            <input
              type="checkbox"
              aria-label="全选"
              checked={isAll}
              disabled={choosable.length === 0}
              onChange={() => {
                const here = choosable.map(keyOf);
                const others = selection.keys.filter((key) => !here.includes(key));
                selection.onChange(isAll ? others : [...others, ...here]);
              }}
            />
          </th>
        )}
        {columns.map(({ head, isNumber, isTight }) => (
          <th key={head} scope="col" className={cellClass(isNumber, isTight)}>
            {head}
          </th>
        ))}
        {deeds === undefined ? null : (
          <th scope="col" className="xf-table__deeds">
            办理
          </th>
        )}
      </tr>
    </thead>
  );
}

interface ChoiceProps<Row> extends TableProps<Row> {
  readonly row: Row;
  readonly selection: NonNullable<TableProps<Row>['selection']>;
}
function ChoiceCell<Row>({ row, keyOf, nameOf, selection }: ChoiceProps<Row>) {
  return (
    <td
      className="xf-table__choice"
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      <input
        type="checkbox"
        // The row itself takes the space bar: one stop less on the way down.
        tabIndex={-1}
        aria-label={`选 ${nameOf(row)}`}
        checked={selection.keys.includes(keyOf(row))}
        disabled={!selection.isSelectable(row)}
        onChange={() => {
          selection.onChange(toggled(selection.keys, keyOf(row)));
        }}
      />
    </td>
  );
}
