/** The end of the number on the card: tells apart two people whose masked names are the same. */
export function numberTailOf(volunteerId: string): string {
  return volunteerId.slice(-4);
}

export interface ListedPerson {
  readonly volunteerId: string;
  readonly maskedName: string | null;
}

/** `张** · 尾号 8fK2`. */
export function personText({ volunteerId, maskedName }: ListedPerson): string {
  const tail = `尾号 ${numberTailOf(volunteerId)}`;
  return maskedName === null ? tail : `${maskedName} · ${tail}`;
}
