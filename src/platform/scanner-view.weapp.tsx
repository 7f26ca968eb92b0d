import type { ScannerViewProps } from './scan-types';

/** WeChat has its own scanner (`hasSystemScanner`): there is nothing to draw. */
export function ScannerView(_props: ScannerViewProps): React.ReactElement | null {
  return null;
}
