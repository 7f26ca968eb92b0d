/** A QR code as a picture: made on the device, sharp at any size, readable without a network. */
import { useMemo } from 'react';
import qrcode from 'qrcode-generator';

import { Image } from './primitives';

export interface QrPictureProps {
  text: string;
  /** What scanning it does, for those who cannot see it. */
  label: string;
  className?: string | undefined;
  /**
   * White margin within the picture, in modules; the standard asks for 4 unless what lies around is white
   * too.
   */
  quietModules?: number;
}

/** Enough pixels per module for a large tablet; the browser scales by whole areas, not by blur. */
const CELL_PIXELS = 10;
/** A GIF data address. Byte mode, error correction M: a smudged or tilted screen is still read. */
export function qrDataUrlOf(text: string, quietModules: number): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(CELL_PIXELS, quietModules * CELL_PIXELS);
}

export function QrPicture({ text, label, className, quietModules = 4 }: QrPictureProps) {
  const source = useMemo(() => qrDataUrlOf(text, quietModules), [text, quietModules]);
  return <Image src={source} alt={label} fit="contain" className={className} />;
}
