import fc from 'fast-check';
import { ATTACHMENT_NAME_MAXIMUM, attachmentKindOf, cleanAttachmentName } from './attachment';

test('[PT5] any name becomes one that every device can store, and stays what it is', () => {
  const anyName = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(anyName, fc.constantFrom('paper' as const, 'picture' as const), (typed, kind) => {
      const name = cleanAttachmentName(typed, kind);
      expect(name).toMatch(kind === 'paper' ? /^[^.\s].*\.pdf$/u : /^[^.\s].*\.jpg$/u);
      expect(name).not.toMatch(/[\p{C}<>:"|?*\\/]/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(ATTACHMENT_NAME_MAXIMUM + 4);
      expect(cleanAttachmentName(name, kind)).toBe(name);
    }),
  );
  expect(cleanAttachmentName('../../x/安全须知.PDF', 'paper')).toBe('安全须知.pdf');
  expect(cleanAttachmentName('D:\\图\\路线 图.png', 'picture')).toBe('路线 图.jpg');
  expect(cleanAttachmentName('安全须知.pdf.exe', 'paper')).toBe('安全须知.pdf.exe.pdf');
  expect(cleanAttachmentName('\u202E...', 'paper')).toBe('附件.pdf');
});

test('[PT5] its first bytes say what it is', () => {
  expect(attachmentKindOf(Buffer.from('%PDF-1.7'))).toBe('paper');
  expect(attachmentKindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('picture');
  expect(attachmentKindOf(Buffer.from('PK\u0003\u0004'))).toBeNull();
  expect(attachmentKindOf(new Uint8Array())).toBeNull();
});
