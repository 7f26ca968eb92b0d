/** How a camera was held, as its JPEG says (EXIF, tag 0x0112); 1 where it says nothing that can be read. */

const UPRIGHT = 1;
const ORIENTATION_TAG = 0x0112;
const EXIF_MARKER = 0xffe1;
const START_OF_SCAN = 0xffda;

export function orientationOf(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  try {
    for (let at = 2; at + 4 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint16(at);
      if (marker === EXIF_MARKER && isExif(view, at + 4)) return orientationIn(view, at + 10);
      if (marker === START_OF_SCAN || marker < 0xff00) return UPRIGHT;
    }
  } catch {
    // It says to read where nothing is.
  }
  return UPRIGHT;
}

/** `Exif` and two zeros. */
function isExif(view: DataView, at: number): boolean {
  return view.getUint32(at) === 0x45786966 && view.getUint16(at + 4) === 0;
}

/** `at`: the TIFF header, whose first two bytes say the order of bytes. */
function orientationIn(view: DataView, at: number): number {
  const isLittle = view.getUint16(at) === 0x4949;
  const directory = at + view.getUint32(at + 4, isLittle);
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (view.getUint16(entry, isLittle) === ORIENTATION_TAG) return view.getUint16(entry + 8, isLittle);
  }
  return UPRIGHT;
}
