/** The table in a file, whatever kind of file it is: told by its first bytes, not by its name. */
import { openText } from './csv-rows';
import { UnreadableFile } from './unreadable-file';
import { openWorkbook } from './xlsx-rows';

export interface SheetRow {
  /** as the spreadsheet counts it, from 1 */
  readonly number: number;
  readonly cells: readonly string[];
}
export interface Sheet {
  readonly name: string;
  /** sheets of the file that are not read */
  readonly otherCount: number;
  /** read as they are asked for; to be gone through once */
  readonly rows: Iterable<SheetRow>;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Throws UnreadableFile; so does going through the rows. */
export function openSheet(bytes: Uint8Array): Sheet {
  if (beginsWith(bytes, ZIP)) return openWorkbook(bytes);
  if (beginsWith(bytes, OLE)) throw new UnreadableFile(isEncrypted(bytes) ? 'encrypted' : 'oldExcel');
  return openText(bytes);
}

/** A workbook with a password is kept in the old container, under this name in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
