/**
 * Is a PDF a paper to read, and nothing that acts (PT5)? Names of what acts are looked for where a PDF writes
 * names: between its streams, and in its packed object streams. What is locked cannot be looked at.
 */
import { inflateSync } from 'node:zlib';

/** Far more than names take: a stream that unpacks to more is no list of names. */
const UNPACKED_MAXIMUM_BYTES = 8_000_000;
const ACTS = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z0-9])/;
const STREAM = /stream\r?\n/g;

export function judgePdf(content: Uint8Array): 'fit' | 'unreadable' | 'acting' {
  const file = Buffer.from(content);
  const text = file.toString('latin1');
  if (!text.trimEnd().endsWith('%%EOF')) return 'unreadable';
  const names: string[] = [];
  let from = 0;
  for (const { index, 0: keyword } of text.matchAll(STREAM)) {
    if (index < from) continue;
    const begin = index + keyword.length;
    const end = text.indexOf('endstream', begin);
    if (end < 0) return 'unreadable';
    const between = text.slice(from, index);
    names.push(between);
    const about = between.slice(between.lastIndexOf(' obj'));
    if (/\/ObjStm/.test(plainNames(about))) {
      const unpacked = unpack(file.subarray(begin, end));
      if (unpacked === null) return 'unreadable';
      names.push(unpacked);
    }
    from = end + 'endstream'.length;
  }
  names.push(text.slice(from));
  return ACTS.test(plainNames(names.join('\n'))) ? 'acting' : 'fit';
}

/** `/J#53` is `/JS`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function unpack(packed: Buffer): string | null {
  try {
    return inflateSync(packed, { maxOutputLength: UNPACKED_MAXIMUM_BYTES }).toString('latin1');
  } catch {
    return null;
  }
}
