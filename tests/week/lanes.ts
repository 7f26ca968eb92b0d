/** So many at once: more only wait for the instances. */
const LANES = 24;

export async function inLanes<One>(list: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const queue = [...list];
  const lane = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
