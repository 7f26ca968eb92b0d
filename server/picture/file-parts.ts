/** A file in parts small enough for a call of the cloud; the sweep takes away what is a day old. */
import type { Ports } from '../kernel/ports';

function partIdOf(fileKey: string, part: number): string {
  return `${fileKey}:${String(part)}`;
}

/** One round trip; the same part again is the same part. */
export function storePart(
  { ports, now }: { readonly ports: Pick<Ports, 'database'>; readonly now: number },
  fileKey: string,
  part: number,
  content: string,
): Promise<void> {
  return ports.database.put('pictureParts', { _id: partIdOf(fileKey, part), content, storedAt: now });
}

/** One round trip. Null: a part is missing. */
export async function wholeFileOf(
  { database }: Pick<Ports, 'database'>,
  fileKey: string,
  partCount: number,
): Promise<Uint8Array | null> {
  const ids = Array.from({ length: partCount }, (_none, part) => partIdOf(fileKey, part));
  const found = new Map((await database.getMany('pictureParts', ids)).map((one) => [one._id, one.content]));
  const parts = ids.flatMap((id) => found.get(id) ?? []);
  return parts.length < partCount ? null : Buffer.concat(parts.map((one) => Buffer.from(one, 'base64')));
}
