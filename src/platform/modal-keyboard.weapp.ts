/** A phone's screen has no keyboard to manage. */
export function useModalKeyboard(_dialogId: string, _isOpen: boolean, _onClose: () => void): void {
  // Nothing to do.
}
