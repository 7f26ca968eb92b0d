/** The entries of a zip file, read by its directory and inflated as a stream: a workbook is one. */
import { Inflate } from 'fflate';
import { UnreadableFile } from './unreadable-file';

interface ZipEntry {
  readonly method: number;
  readonly compressedBytes: number;
  /** of its local header */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
/** a comment after the end has at most so many bytes */
const COMMENT_BYTES = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** A workbook has some twenty entries; pictures add some. */
const MAXIMUM_ENTRIES = 5_000;
/** 100,000 rows of sixty columns; a bomb is larger. */
const MAXIMUM_INFLATED_BYTES = 400 * 1024 * 1024;
const SLICE_BYTES = 64 * 1024;

export class ZipFile {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly view: DataView;

  /** Throws UnreadableFile when the directory cannot be found. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.endOfDirectory();
    const count = this.view.getUint16(end + 10, true);
    if (count > MAXIMUM_ENTRIES) throw new UnreadableFile('unreadable');
    let at = this.view.getUint32(end + 16, true);
    for (let number = 0; number < count; number += 1) at = this.readEntry(at);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A small entry, whole; empty when there is none. */
  textOf(name: string): string {
    return this.has(name) ? [...this.texts(name)].join('') : '';
  }

  /** The text of an entry in pieces, in order. */
  *texts(name: string): Generator<string> {
    const decoder = new TextDecoder();
    for (const piece of this.pieces(name)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }

  private *pieces(name: string): Generator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new UnreadableFile('unreadable');
    const data = this.dataOf(entry);
    if (entry.method === STORED) yield data;
    else if (entry.method === DEFLATED) yield* inflated(data);
    else throw new UnreadableFile('unreadable');
  }

  private dataOf({ offset, compressedBytes }: ZipEntry): Uint8Array {
    const from =
      offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    return this.bytes.subarray(from, from + compressedBytes);
  }

  private endOfDirectory(): number {
    const last = this.bytes.length - END_BYTES;
    for (let at = last; at >= Math.max(0, last - COMMENT_BYTES); at -= 1)
      if (this.view.getUint32(at, true) === END_SIGNATURE) return at;
    throw new UnreadableFile('unreadable');
  }

  /** Returns where the next one begins. */
  private readEntry(at: number): number {
    if (this.view.getUint32(at, true) !== DIRECTORY_SIGNATURE) throw new UnreadableFile('unreadable');
    const nameBytes = this.view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameBytes));
    this.entries.set(name.replace(/\\/g, '/'), {
      method: this.view.getUint16(at + 10, true),
      compressedBytes: this.view.getUint32(at + 20, true),
      offset: this.view.getUint32(at + 42, true),
    });
    return at + 46 + nameBytes + this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
  }
}

function* inflated(data: Uint8Array): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => {
    total += piece.length;
    if (total > MAXIMUM_INFLATED_BYTES) throw new UnreadableFile('tooLarge');
    ready.push(piece);
  });
  for (let from = 0; from < data.length; from += SLICE_BYTES) {
    inflate.push(data.subarray(from, from + SLICE_BYTES), from + SLICE_BYTES >= data.length);
    yield* ready;
    ready = [];
  }
}
