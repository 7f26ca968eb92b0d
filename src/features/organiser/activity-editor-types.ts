/** How the editor is entered and left: its page knows the addresses, it does not. */
export interface EditorParams {
  readonly projectId: string | undefined;
  /** id of the activity to copy */
  readonly copyOf: string | undefined;
}

export interface EditorExits {
  readonly onShowList: () => void;
  readonly onShowCode: (shiftId: string) => void;
}
