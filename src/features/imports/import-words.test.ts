import { IMPORT_STATES, type ImportView } from '@contract/import.contract';
import { parseDivisionCode } from '@domain/geography/division';

import { FAILURES, isWorkedOn, originText, progressOf, STATE_TAGS, stateText } from './import-words';

const view: ImportView = {
  rowKind: 'roster',
  importId: 'import0001',
  divisionCode: parseDivisionCode('513201'),
  divisionName: '马尔康市',
  fileName: '花名册.xlsx',
  officeName: '马尔康市',
  isMine: true,
  requestedAt: 1_700_000_000_000,
  state: 'writing',
  failure: null,
  doneCount: 3,
  totalCount: 8,
  rowCount: 780,
  counts: { newCount: 1_200, knownCount: 5, completedCount: 3, refusedCount: 7 },
  addedCount: 300,
  undoneCount: 290,
  keptCount: 10,
};

test('an office is named beside the division only when it is another one', () => {
  expect(originText(view).split(' · ')).toHaveLength(2);
  expect(originText({ ...view, officeName: '阿坝州' })).toMatch(/^马尔康市 · 阿坝州 · /);
});

test('every state has a word and a sentence with its numbers', () => {
  for (const state of IMPORT_STATES) expect(STATE_TAGS[state].text).not.toBe('');
  expect(stateText(view)).toBe('正在写入：37%，离开这一页也会继续');
  expect(stateText({ ...view, state: 'preview' })).toBe('可写入 1,203 行，请看过再确认');
  expect(stateText({ ...view, state: 'imported' })).toBe('新登记 300 人');
  expect(stateText({ ...view, state: 'undone' })).toBe('移出 290 人，保留 10 人');
  expect(stateText({ ...view, state: 'failed', failure: 'noTitles' })).toBe('没有找到表头');
});

test('a failure says what to do', () => {
  for (const { title, nextStep } of Object.values(FAILURES)) {
    expect(title).not.toBe('');
    expect(nextStep).toMatch(/^请.+。$/);
  }
});

test('progress is of the present step, and unknown while the file is read', () => {
  expect(progressOf(view)).toBe(3 / 8);
  expect(progressOf({ ...view, totalCount: null })).toBeNull();
  expect(isWorkedOn(view)).toBe(true);
  expect(isWorkedOn({ state: 'preview' })).toBe(false);
});
