/** The paper as a PDF: A4, text that can be selected and searched, the used part of the typeface inside. */
import PDFDocument from 'pdfkit';
import { PAPER, type PaperItem, type PaperPage } from '@domain/certificate/paper';
import { paperFont } from './paper-font';
import { BOLD_STROKE, BOX_INK, INK, leftOf, modulesOf, type CodeModule } from './paper-ink';

export const FONT = 'paper';

export interface PaperFacts {
  readonly pages: readonly PaperPage[];
  /** what the QR code holds */
  readonly codeText: string;
  readonly title: string;
  readonly issuedAt: number;
}

export async function drawPdf({ pages, codeText, title, issuedAt }: PaperFacts): Promise<Buffer> {
  return writePdf({ title, madeAt: issuedAt }, (pdf) => {
    for (const page of pages) {
      pdf.addPage({ size: [PAPER.width, PAPER.height], margin: 0 });
      pdf.font(FONT);
      for (const item of page.items) drawItem(pdf, item, codeText);
    }
  });
}

/** `draw` adds the pages and chooses the typeface `FONT` on each. The same input makes the same bytes. */
export async function writePdf(
  { title, madeAt }: { readonly title: string; readonly madeAt: number },
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    font: '',
    info: { Title: title, Creator: '向锋', Producer: '向锋', CreationDate: new Date(madeAt) },
    lang: 'zh-CN',
    pdfVersion: '1.7',
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.registerFont(FONT, paperFont().bytes);
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawItem(pdf: PDFKit.PDFDocument, item: PaperItem, codeText: string): void {
  switch (item.kind) {
    case 'text':
      drawText(pdf, item, INK[item.tone]);
      return;
    case 'rule':
      pdf.rect(item.x, item.y - item.thickness / 2, item.width, item.thickness).fill(INK[item.tone]);
      return;
    case 'box':
      pdf.lineWidth(0.75).rect(item.x, item.y, item.width, item.height).dash(3, { space: 3 });
      pdf.stroke(BOX_INK).undash();
      return;
    case 'code':
      drawModules(pdf, codeText, item);
  }
}

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly align: 'start' | 'middle' | 'end';
  readonly isBold: boolean;
}

export function drawText(pdf: PDFKit.PDFDocument, item: DrawnText, colour: string): void {
  pdf
    .fontSize(item.size)
    .fillColor(colour)
    .strokeColor(colour)
    .lineWidth(item.size * BOLD_STROKE);
  const left = leftOf(item, pdf.widthOfString(item.text));
  const options = { lineBreak: false, baseline: 'alphabetic', stroke: item.isBold, fill: true } as const;
  pdf.text(item.text, left, item.y, options);
}

export function drawModules(pdf: PDFKit.PDFDocument, codeText: string, square: CodeModule): void {
  for (const { x, y, side } of modulesOf(codeText, square)) pdf.rect(x, y, side, side);
  pdf.fill('#000000');
}
