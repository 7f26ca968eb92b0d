import type { ScanResult } from './scan-types';

export type * from './scan-types';

/** False: show `ScannerView`, and offer `scanPicture` beside it. */
export const hasSystemScanner: boolean = false;

/** Browsers have no scanner of their own. */
export function scanWithSystem(): Promise<ScanResult> {
  return Promise.resolve({ ok: false, reason: 'unavailable' });
}

function choosePicture(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.hidden = true;
    const finish = () => {
      resolve(input.files?.[0]);
      input.remove();
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}

/** Lets the person choose or take a picture and reads the code in it. */
export async function scanPicture(): Promise<ScanResult> {
  const picture = await choosePicture();
  if (picture === undefined) return { ok: false, reason: 'cancelled' };
  const { default: QrScanner } = await import('qr-scanner');
  try {
    const { data } = await QrScanner.scanImage(picture, { returnDetailedScanResult: true });
    return { ok: true, text: data };
  } catch {
    return { ok: false, reason: 'noCodeFound' };
  }
}
