import type { HelpedInput } from '@contract/assist.contract';

/** On or off; who was added by card is added again only by card. */
export function togglePerson(chosen: readonly HelpedInput[], volunteerId: string): readonly HelpedInput[] {
  const others = chosen.filter((one) => one.volunteerId !== volunteerId);
  return others.length < chosen.length ? others : [...chosen, { volunteerId, card: null }];
}
