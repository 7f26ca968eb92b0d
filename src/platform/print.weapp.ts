/** A mini-program has no printer. */
export const canPrint: boolean = false;

export function printPage(): void {
  // Never reached: no screen offers it where `canPrint` is false.
}
