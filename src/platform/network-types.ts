/** The last known state, kept fresh while the app runs. "Online" only means that there is a network. */
export type UseOnline = () => boolean;
