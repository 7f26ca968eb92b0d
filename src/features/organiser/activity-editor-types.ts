/** How the editor is entered and left: its page knows the addresses, it does not. */
export interface EditorParams {
  readonly projectId: string | undefined;
  /** id of the activity to copy */
  readonly copyOf: string | undefined;
  /** the demand order it is made for (DM5) */
  readonly orderId: string | undefined;
  /** where it shall take place */
  readonly communityCode: string | undefined;
}

export interface EditorExits {
  readonly onShowList: () => void;
  readonly onShowCode: (shiftId: string) => void;
}
