import { formatBytes } from './format-bytes';

test('[PT5] a size is never said smaller than it is', () => {
  expect([0, 1, 1_000, 1_001, 999_001, 999_999].map(formatBytes)).toEqual([
    ...['1 KB', '1 KB', '1 KB', '2 KB', '1000 KB', '1000 KB'],
  ]);
  expect([1_000_000, 1_150_000, 2_088_000].map(formatBytes)).toEqual(['1 MB', '1.2 MB', '2.1 MB']);
});
