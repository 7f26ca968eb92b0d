/**
 * The paper as pictures, one a page. Letters are drawn as outlines, so the picture looks the same wherever it
 * was made; the rasteriser is WebAssembly, so nothing depends on the machine.
 */
import fs from 'node:fs';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import wasmFile from '@resvg/resvg-wasm/index_bg.wasm';
import { PAPER, type PaperItem, type PaperPage } from '@domain/certificate/paper';
import { paperFont } from './paper-font';
import type { DrawnText } from './draw-pdf';
import { BOLD_STROKE, BOX_INK, INK, leftOf, modulesOf, type CodeModule } from './paper-ink';

/** 150 dots an inch: sharp on paper, and half a megabyte at most. */
const PICTURE_WIDTH = 1240;

let ready: Promise<void> | null = null;

/** PNG */
export function drawPicture(page: PaperPage, codeText: string): Promise<Uint8Array> {
  return rasterise(svgOf(page, codeText), PICTURE_WIDTH);
}

/** PNG, so many pixels wide */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  ready ??= initWasm(fs.readFileSync(path.join(__dirname, wasmFile)));
  await ready;
  const rendered = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  const png = rendered.asPng();
  rendered.free();
  return png;
}

function svgOf(page: PaperPage, codeText: string): string {
  const body = page.items.map((item) => shapeOf(item, codeText)).join('');
  return framedSvg(PAPER, body);
}

/** White ground under the shapes. */
export function framedSvg(
  { width, height }: { readonly width: number; readonly height: number },
  body: string,
): string {
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"`;
  return `<svg ${frame}><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`;
}

const numbered = (value: number): string => value.toFixed(3);

function shapeOf(item: PaperItem, codeText: string): string {
  switch (item.kind) {
    case 'text':
      return outlineOf(item, INK[item.tone]);
    case 'rule':
      return rectangle(item.x, item.y - item.thickness / 2, item.width, item.thickness, INK[item.tone]);
    case 'box': {
      const stroke = `fill="none" stroke="${BOX_INK}" stroke-width="0.75" stroke-dasharray="3 3"`;
      const place = `x="${numbered(item.x)}" y="${numbered(item.y)}"`;
      return `<rect ${place} width="${numbered(item.width)}" height="${numbered(item.height)}" ${stroke}/>`;
    }
    case 'code':
      return moduleSquares(codeText, item);
  }
}

export function moduleSquares(codeText: string, square: CodeModule): string {
  const squares = modulesOf(codeText, square).map(
    ({ x, y, side }) =>
      `M${numbered(x)} ${numbered(y)}h${numbered(side)}v${numbered(side)}h${numbered(-side)}z`,
  );
  return `<path d="${squares.join('')}" shape-rendering="crispEdges"/>`;
}

export function rectangle(x: number, y: number, width: number, height: number, colour: string): string {
  const place = `x="${numbered(x)}" y="${numbered(y)}"`;
  const size = `width="${numbered(width)}" height="${numbered(height)}"`;
  return `<rect ${place} ${size} fill="${colour}"/>`;
}

/** A text by the outlines of its letters. */
export function outlineOf(item: DrawnText, colour: string): string {
  const { font } = paperFont();
  const run = font.layout(item.text);
  const scale = item.size / font.unitsPerEm;
  const flip = `scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`;
  let x = leftOf(item, run.advanceWidth * scale);
  const bold = item.isBold
    ? ` stroke="${colour}" stroke-width="${String(BOLD_STROKE * font.unitsPerEm)}"`
    : '';
  const glyphs = run.glyphs.map((glyph, index) => {
    const place = `translate(${numbered(x)} ${numbered(item.y)}) ${flip}`;
    x += (run.positions[index]?.xAdvance ?? 0) * scale;
    return `<path transform="${place}" d="${glyph.path.toSVG()}"${bold}/>`;
  });
  return `<g fill="${colour}">${glyphs.join('')}</g>`;
}
