/** WeChat shows the filing of a mini-program itself. */
export function useFilingNumber(): string {
  return '';
}

export function openFilingRegistry(): void {
  // Never reached: without a number nothing is offered.
}
