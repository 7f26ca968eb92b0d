/**
 * saved: it is where the person keeps files or pictures · opened: it is on the screen, with the device's own
 * menu · denied: the person does not let us · failed: no network or no room
 */
export type SaveOutcome = 'saved' | 'opened' | 'denied' | 'failed';
export type SaveFile = (url: string, fileName: string) => Promise<SaveOutcome>;
