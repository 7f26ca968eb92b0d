/** A page of the mini-program has no address that anybody reads. */
export function writeAddressParam(_name: string, _value: string): void {
  // Nothing to write.
}
