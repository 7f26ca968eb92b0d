/** `text` is what the code says, whatever kind of code it is. */
export type ScanResult =
  | { ok: true; text: string }
  | { ok: false; reason: 'cancelled' | 'permissionDenied' | 'unavailable' | 'noCodeFound' };

export type CameraProblem = 'permissionDenied' | 'unavailable';

export interface ScannerViewProps {
  /** Called once for each code seen; the caller unmounts the view when it is satisfied. */
  onText: (text: string) => void;
  onProblem: (problem: CameraProblem) => void;
  className?: string;
}
