/** Whether there is room for a table. */
export function useWideWindow(): boolean {
  return false;
}

/** `/` goes to the first field of the screen, as long as a table is shown. */
export function useFilterKey(): void {
  // Phones have no such key.
}
