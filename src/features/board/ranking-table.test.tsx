import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import type { DivisionCode } from '@domain/kernel/identifiers';

import { EXAMPLE_BOARD } from './board-example';
import { RankingCards } from './ranking-cards';
import { rankingOf } from './ranking-rows';
import { RankingTable } from './ranking-table';

let root: Root;
const opened: DivisionCode[] = [];

function show(View: typeof RankingTable, board = EXAMPLE_BOARD): void {
  const ranking = rankingOf(board, 'activityRate.CUM');
  act(() => {
    root.render(<View board={board} ranking={ranking} onOpenDivision={(code) => opened.push(code)} />);
  });
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  opened.length = 0;
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  root = createRoot(container);
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
});

const rows = () => [...document.querySelectorAll('[role="row"]')].map((row) => row.textContent);

test('[ST17] the table gives rank, movement, exact figure and fraction', () => {
  show(RankingTable);
  const [, first, second, last] = rows();
  expect(first).toContain('第 1 / 2↑1汶川县60.00%120 ÷ 200');
  expect(second).toContain('第 2 / 2↓1马尔康市50.00%50 ÷ 100');
  expect(last).toContain('不排名—理县— 还没有注册志愿者，不计算');
});

test('[ST5] the total row is the parent, and what belongs to no child is a row of its own', () => {
  show(RankingTable);
  expect(rows()[4]).toContain('合计56.67%（阿坝藏族羌族自治州）300');
  show(RankingTable, { ...EXAMPLE_BOARD, children: EXAMPLE_BOARD.children.slice(1) });
  expect(rows().some((row) => row.includes('未归入下级') && row.includes('100'))).toBe(true);
  expect(rows()[4]).toContain('合计56.67%（阿坝藏族羌族自治州）300');
});

test('a row opens its division by a real button', () => {
  show(RankingTable);
  const button = [...document.querySelectorAll('button')].find((found) => found.textContent === '汶川县');
  act(() => {
    button?.click();
  });
  expect(opened).toEqual(['513221']);
});

test('[ST3] a phone’s card says why there is no ratio', () => {
  show(RankingCards);
  expect(document.body.textContent).toContain('— 还没有注册志愿者，不计算');
  expect(document.body.textContent).toContain('合计：阿坝藏族羌族自治州');
});
