/** 附件 (PT5): what a file of an activity is called, and what it is by its first bytes. */

export const ATTACHMENT_KINDS = ['paper', 'picture'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

const ENDINGS: Readonly<Record<AttachmentKind, string>> = { paper: '.pdf', picture: '.jpg' };
const SIGNATURES: Readonly<Record<AttachmentKind, readonly number[]>> = {
  paper: [0x25, 0x50, 0x44, 0x46, 0x2d],
  picture: [0xff, 0xd8, 0xff],
};

/** Without its ending: a phone shows it in one line or two. */
export const ATTACHMENT_NAME_MAXIMUM = 40;

/** Null: neither a PDF nor a JPEG, whatever its name says. */
export function attachmentKindOf(content: Uint8Array): AttachmentKind | null {
  const isOf = (kind: AttachmentKind) => SIGNATURES[kind].every((byte, at) => content[at] === byte);
  return ATTACHMENT_KINDS.find(isOf) ?? null;
}

/**
 * A name that every device can store: no paths, no marks that some system gives a meaning to, nothing that is
 * not seen; its ending is that of what it is.
 */
export function cleanAttachmentName(name: string, kind: AttachmentKind): string {
  const base = name
    .normalize('NFKC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.(pdf|jpe?g|png|heic)$/i, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*\\/]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const kept = Array.from(base).slice(0, ATTACHMENT_NAME_MAXIMUM).join('').trim();
  return `${kept === '' ? '附件' : kept}${ENDINGS[kind]}`;
}
