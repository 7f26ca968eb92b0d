import { registerDatabaseContract } from './database-contract';
import { makeLocalHost } from './local-host';
import { specifiedIds, testedIds } from './spec-ids';

it('tests exactly the rules of the specification', () => {
  expect(testedIds()).toEqual(specifiedIds());
});

describe('the database of the local cloud', () => {
  registerDatabaseContract(makeLocalHost);
});
