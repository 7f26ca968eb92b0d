/** A refusal that nothing can answer with is a lie in the contract. */
import { ERROR_CODES } from '@contract/error-codes';
import { scripts, TEST_FILE } from './source-files';

test('every error code is answered by some rule or procedure', () => {
  const sources = scripts.filter(({ file }) => /^(domain|server)\//.test(file) && !TEST_FILE.test(file));
  const unused = ERROR_CODES.filter((code) => !sources.some(({ text }) => text.includes(`'${code}'`)));
  expect(unused).toEqual([]);
});
