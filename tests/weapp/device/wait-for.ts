const LIMIT_MS = 180_000;
const PAUSE_MS = 15;

/** Looks until it is so. Rejects, saying what was waited for, after three minutes. */
export async function waitFor(isSo: () => boolean, describe: () => string): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  while (!isSo()) {
    if (Date.now() > until) throw new Error(`never came: ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
