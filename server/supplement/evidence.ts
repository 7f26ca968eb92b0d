/**
 * 佐证 (AT10): a picture or a paper, in parts small enough for a call of the cloud. The last one that arrives
 * makes the file: what its first bytes say it is decides, not its name. The contract bounds parts and their
 * number, so no file is larger than 432 KB. The same parts again change nothing.
 */
import { rejected } from '@domain/kernel/result';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { requireOpenId, type Handler } from '../kernel/procedure';
import { managedShift } from '../attendance/shift-screen';

interface FileKind {
  readonly kind: StoredDocument<'evidence'>['kind'];
  readonly ending: string;
  readonly signature: readonly number[];
}
const FILE_KINDS: readonly FileKind[] = [
  { kind: 'picture', ending: 'jpg', signature: [0xff, 0xd8, 0xff] },
  { kind: 'picture', ending: 'png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'paper', ending: 'pdf', signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

function fileKindOf(content: Uint8Array): FileKind | null {
  return FILE_KINDS.find(({ signature }) => signature.every((byte, at) => content[at] === byte)) ?? null;
}

function partIdOf(evidenceId: string, part: number): string {
  return `${evidenceId}:${String(part)}`;
}

/** Round trips: shift, roles, the file; one for the part; with the last one also all parts, store, write. */
export const addEvidencePart: Handler<'supplement.addEvidencePart'> = async (input, context) => {
  const { ports, now } = context;
  const { shiftId, part, partCount, content } = input;
  const shift = await managedShift(context, shiftId);
  if ('kind' in shift) return shift;
  if (part >= partCount) return rejected('supplement.evidenceInvalid');
  const openId = requireOpenId(context);
  const evidenceId = ports.secrets.shortId('evidence', `${openId}:${shiftId}:${input.requestId}`);
  if ((await ports.database.get('evidence', evidenceId)) !== null) return { evidenceId };
  await ports.database.put('evidenceParts', { _id: partIdOf(evidenceId, part), content, storedAt: now });
  const bytes = await wholeFileOf(ports, evidenceId, partCount);
  if (bytes === null) return { evidenceId: null };
  const found = fileKindOf(bytes);
  if (found === null) return rejected('supplement.evidenceInvalid');
  const fileId = await ports.platform.storeFile(`evidence/${shiftId}/${evidenceId}.${found.ending}`, bytes);
  const { kind } = found;
  const row = { _id: evidenceId, openId, shiftId, kind, fileId, byteCount: bytes.length, storedAt: now };
  await ports.database.put('evidence', row);
  return { evidenceId };
};

/** Null: a part is missing. */
async function wholeFileOf(
  { database }: Ports,
  evidenceId: string,
  partCount: number,
): Promise<Uint8Array | null> {
  const ids = Array.from({ length: partCount }, (_none, part) => partIdOf(evidenceId, part));
  const found = new Map((await database.getMany('evidenceParts', ids)).map((one) => [one._id, one.content]));
  const parts = ids.flatMap((id) => found.get(id) ?? []);
  return parts.length < partCount ? null : Buffer.concat(parts.map((one) => Buffer.from(one, 'base64')));
}
