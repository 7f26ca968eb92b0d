/** Posters as the pages of a PDF, with text that can be searched. */
import { INK } from '../certificate/paper-ink';
import { drawModules, drawText, FONT, writePdf } from '../certificate/draw-pdf';
import { POSTER_MEASURES, type PosterItem, type PosterTone } from '@domain/poster/poster';
import type { PosterForm } from '@domain/poster/poster-form';

/** A QR code is drawn of its text; a mini-program code is WeChat's own picture. */
export type PosterCode =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'image'; readonly bytes: Uint8Array };

export interface DrawnPoster {
  readonly items: readonly PosterItem[];
  readonly code: PosterCode;
  /** null: there is none */
  readonly picture: Uint8Array | null;
}

export const COLOURS: Readonly<Record<PosterTone, string>> = { ...INK, white: '#ffffff' };
/** Every poster on a page of its own; the same posters make the same bytes. */
export function posterPdf(
  form: PosterForm,
  about: { readonly title: string; readonly madeAt: number },
  posters: readonly DrawnPoster[],
): Promise<Buffer> {
  const { width, height } = POSTER_MEASURES[form];
  return writePdf(about, (pdf) => {
    for (const poster of posters) {
      pdf.addPage({ size: [width, height], margin: 0 });
      pdf.font(FONT);
      for (const item of poster.items) drawItem(pdf, item, poster);
    }
  });
}

function drawItem(pdf: PDFKit.PDFDocument, item: PosterItem, { code, picture }: DrawnPoster): void {
  switch (item.kind) {
    case 'text':
      drawText(pdf, item, COLOURS[item.tone]);
      return;
    case 'fill':
      pdf.rect(item.x, item.y, item.width, item.height).fill(COLOURS[item.tone]);
      return;
    case 'picture': {
      if (picture === null) return;
      const { x, y, width, height } = item;
      pdf.save().rect(x, y, width, height).clip();
      pdf.image(Buffer.from(picture), x, y, { cover: [width, height], align: 'center', valign: 'center' });
      pdf.restore();
      return;
    }
    case 'code':
      if (code.kind === 'text') drawModules(pdf, code.text, item);
      else pdf.image(Buffer.from(code.bytes), item.x, item.y, { width: item.side, height: item.side });
  }
}

/** Null for what neither hand can draw. */
export function imageKindOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpeg' : null;
}
