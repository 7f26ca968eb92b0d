/** A QR code as a picture: made on the device, sharp at any size, readable without a network. */
import { useMemo } from 'react';
import qrcode from 'qrcode-generator';

import { Image } from './primitives';

export interface QrPictureProps {
  text: string;
  /** What scanning it does, for those who cannot see it. */
  label: string;
  className?: string | undefined;
}

/** Enough pixels per module for a large tablet; the browser scales by whole areas, not by blur. */
const CELL_PIXELS = 10;
/** The quiet zone the standard asks for, in modules. */
const QUIET_MODULES = 4;

/** A GIF data address. Byte mode, error correction M: a smudged or tilted screen is still read. */
export function qrDataUrlOf(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(CELL_PIXELS, QUIET_MODULES * CELL_PIXELS);
}

export function QrPicture({ text, label, className }: QrPictureProps) {
  const source = useMemo(() => qrDataUrlOf(text), [text]);
  return <Image src={source} alt={label} fit="contain" className={className} />;
}
