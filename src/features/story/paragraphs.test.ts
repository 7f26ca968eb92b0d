import { paragraphsOf, problemOf } from './paragraphs';

test('[BP10] a line is a paragraph, and the form says which one does not fit', () => {
  expect(paragraphsOf(' 第一段 \n\n\n第二段\n')).toEqual(['第一段', '第二段']);
  expect(problemOf('第一段\n\n第二段')).toBeNull();
  expect(problemOf(' \n ')).toBe('请写至少一段。');
  expect(problemOf('第一段\n短')).toContain('第 2 段太短');
  expect(problemOf('长'.repeat(501))).toContain('第 1 段太长');
  expect(problemOf(Array.from({ length: 13 }, () => '一段').join('\n'))).toContain('现在有 13 段');
});
