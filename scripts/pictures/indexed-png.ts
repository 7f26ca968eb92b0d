/**
 * Writes a PNG with a palette of at most 256 colours: flat drawings shrink to a quarter and look the same.
 * Why our own: pngjs writes true colour only.
 */
import { crc32, deflateSync } from 'node:zlib';

interface Bin {
  readonly rgba: readonly [number, number, number, number];
  readonly count: number;
}

const keyOf = (r: number, g: number, b: number, a: number): number =>
  ((r << 24) | (g << 16) | (b << 8) | a) >>> 0;

function histogram(pixels: Uint8Array): Bin[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const key = keyOf(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0, pixels[i + 3] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({
    rgba: [key >>> 24, (key >>> 16) & 255, (key >>> 8) & 255, key & 255],
    count,
  }));
}

const CHANNELS = [0, 1, 2, 3] as const;

function widest(bins: readonly Bin[]): { channel: 0 | 1 | 2 | 3; range: number } {
  let best: { channel: 0 | 1 | 2 | 3; range: number } = { channel: 0, range: -1 };
  for (const channel of CHANNELS) {
    let low = 255;
    let high = 0;
    for (const bin of bins) {
      low = Math.min(low, bin.rgba[channel]);
      high = Math.max(high, bin.rgba[channel]);
    }
    if (high - low > best.range) best = { channel, range: high - low };
  }
  return best;
}

const weight = (bins: readonly Bin[]): number => bins.reduce((sum, bin) => sum + bin.count, 0);

/** Rarer colours (a cheek, a sleeve’s edge) must keep a place beside large flat areas, hence the root. */
const say = (bins: readonly Bin[]): number => bins.reduce((sum, bin) => sum + Math.sqrt(bin.count), 0);

/** Median cut, splitting the box with the largest spread × √say each time. */
function medianCut(bins: readonly Bin[], size: number): Bin[][] {
  const boxes: Bin[][] = [[...bins]];
  while (boxes.length < size) {
    let pick = -1;
    let score = 0;
    boxes.forEach((box, i) => {
      const value = widest(box).range * Math.sqrt(say(box));
      if (box.length > 1 && value > score) {
        score = value;
        pick = i;
      }
    });
    const box = boxes[pick];
    if (!box) break;
    const { channel } = widest(box);
    box.sort((x, y) => x.rgba[channel] - y.rgba[channel]);
    const half = say(box) / 2;
    let seen = 0;
    let cut = 0;
    while (cut < box.length - 1 && seen + Math.sqrt(box[cut]?.count ?? 0) <= half) {
      seen += Math.sqrt(box[cut]?.count ?? 0);
      cut += 1;
    }
    cut = Math.max(1, cut);
    boxes.splice(pick, 1, box.slice(0, cut), box.slice(cut));
  }
  return boxes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** `pixels` is RGBA, not premultiplied, row by row. Colours: 2 to 256. */
export function indexedPng(pixels: Uint8Array, width: number, height: number, colours: number): Buffer {
  // The commonest colours are the drawing's own flat ones and stay exact; the rest are edges.
  const bins = histogram(pixels).sort((a, b) => b.count - a.count);
  const exact = Math.min(bins.length, Math.floor(colours / 2));
  const edges = bins.slice(exact);
  const boxes = bins.slice(0, exact).map((bin) => [bin]);
  if (edges.length > 0) boxes.push(...medianCut(edges, colours - exact));
  const index = new Map<number, number>();
  const palette = boxes.map((box, i) => {
    const total = weight(box);
    for (const { rgba } of box) index.set(keyOf(...rgba), i);
    // A box with one dominant colour takes exactly that colour: no drift of large flat areas.
    const top = box.reduce((a, b) => (b.count > a.count ? b : a));
    if (top.count > total * 0.5) return [...top.rgba];
    return CHANNELS.map((c) =>
      Math.round(box.reduce((sum, bin) => sum + bin.rgba[c] * bin.count, 0) / total),
    );
  });
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = (y * width + x) * 4;
      const key = keyOf(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0, pixels[i + 3] ?? 0);
      rows[y * (width + 1) + 1 + x] = index.get(key) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3] ?? 255))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
