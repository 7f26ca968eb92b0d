/** The paper as a PDF: A4, text that can be selected and searched, the used part of the typeface inside. */
import PDFDocument from 'pdfkit';
import { PAPER, type PaperItem, type PaperPage } from '@domain/certificate/paper';
import { paperFont } from './paper-font';
import { BOLD_STROKE, BOX_INK, INK, leftOf, modulesOf } from './paper-ink';

const FONT = 'paper';

export interface PaperFacts {
  readonly pages: readonly PaperPage[];
  /** what the QR code holds */
  readonly codeText: string;
  readonly title: string;
  readonly issuedAt: number;
}

export async function drawPdf({ pages, codeText, title, issuedAt }: PaperFacts): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: [PAPER.width, PAPER.height],
    margin: 0,
    autoFirstPage: false,
    font: '',
    info: { Title: title, Creator: '向锋', Producer: '向锋', CreationDate: new Date(issuedAt) },
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
  for (const page of pages) {
    pdf.addPage();
    pdf.font(FONT);
    for (const item of page.items) drawItem(pdf, item, codeText);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawItem(pdf: PDFKit.PDFDocument, item: PaperItem, codeText: string): void {
  switch (item.kind) {
    case 'text': {
      const colour = INK[item.tone];
      pdf
        .fontSize(item.size)
        .fillColor(colour)
        .strokeColor(colour)
        .lineWidth(item.size * BOLD_STROKE);
      const left = leftOf(item, pdf.widthOfString(item.text));
      const options = { lineBreak: false, baseline: 'alphabetic', stroke: item.isBold, fill: true } as const;
      pdf.text(item.text, left, item.y, options);
      return;
    }
    case 'rule':
      pdf.rect(item.x, item.y - item.thickness / 2, item.width, item.thickness).fill(INK[item.tone]);
      return;
    case 'box':
      pdf.lineWidth(0.75).rect(item.x, item.y, item.width, item.height).dash(3, { space: 3 });
      pdf.stroke(BOX_INK).undash();
      return;
    case 'code':
      for (const { x, y, side } of modulesOf(codeText, item)) pdf.rect(x, y, side, side);
      pdf.fill('#000000');
  }
}
