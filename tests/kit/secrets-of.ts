/** What answers must not contain: id numbers and phone numbers of anybody, names of people but the asker. */
import { nodeSecrets } from '@server/kernel/node-secrets';
import type { TestProduct } from './product';
import { tamper } from './tamper';
import { textOf } from './text-of';

/** Of a product that was started with this key. */
export const KNOWN_KEY = '5'.repeat(64);
/** Shorter names are also words of places and of the language. */
const TELLING_NAME = 3;

export function seededSecrets(product: TestProduct): { numbers: string[]; names: string[] } {
  const secrets = nodeSecrets(KNOWN_KEY);
  const people = product.documents('volunteers');
  return {
    numbers: people
      .flatMap(({ idNumberBox, phoneBox }) => [idNumberBox, phoneBox])
      .flatMap((box) => (typeof box === 'string' && box !== '' ? [secrets.open(box)] : [])),
    names: people.flatMap(({ name }) =>
      typeof name === 'string' && name.length >= TELLING_NAME ? [name] : [],
    ),
  };
}

const WORK_UNIT = '雪山脚下的秘密单位';
const POLITICAL_STATUS = 'probationaryMember';
/** Of everybody (PF4): in nobody's answers but the own. */
export const PROFILE_SECRETS: readonly string[] = [WORK_UNIT, POLITICAL_STATUS];
/** What somebody would write instead. */
export const OWN_PROFILE = {
  ...{ skills: ['firstAid' as const], fields: [], times: [] },
  ...{ politicalStatus: null, workUnit: '' },
};

export async function seedProfiles(product: TestProduct): Promise<void> {
  for (const { _id } of product.documents('volunteers')) {
    await tamper(product, 'volunteers', textOf(_id), {
      profile: {
        ...{ skills: ['firstAid'], fields: ['health'], times: ['6-morning'], listVersion: 'test' },
        ...{ politicalStatus: POLITICAL_STATUS, workUnit: WORK_UNIT, changedAt: 1_700_000_000_000 },
      },
    });
  }
}
