import { moveOfKey, rowAfter } from './table-keys';

test('[CS8] arrows move by a row, n and p by a page, and the ends hold', () => {
  expect(rowAfter(0, moveOfKey('ArrowDown'), 3)).toBe(1);
  expect(rowAfter(0, moveOfKey('ArrowUp'), 3)).toBe(0);
  expect(rowAfter(2, moveOfKey('n'), 45)).toBe(22);
  expect(rowAfter(30, moveOfKey('n'), 45)).toBe(44);
  expect(rowAfter(30, moveOfKey('p'), 45)).toBe(10);
  expect(rowAfter(30, moveOfKey('End'), 45)).toBe(44);
  expect(rowAfter(30, moveOfKey('Home'), 45)).toBe(0);
  expect(moveOfKey('x')).toBe(0);
});
