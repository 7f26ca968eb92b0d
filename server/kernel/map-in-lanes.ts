/** Many questions: so many things in each, so many under way together. */

export function inChunks<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const chunks: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}

/** `work` on every item; answers in the order of the items. */
export async function mapInLanes<Item, Result>(
  items: readonly Item[],
  laneCount: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [place, item] of waiting) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: laneCount }, lane));
  return results;
}
