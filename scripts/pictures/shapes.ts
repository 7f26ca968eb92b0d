/** Small helpers that write SVG elements. Everything here is plain text; nothing measures or renders. */

export type Point = readonly [number, number];

const round = (value: number): string => String(Math.round(value * 10) / 10);

export const at = ([x, y]: Point): string => `${round(x)},${round(y)}`;

/** `x,y x,y …` as points. */
export const points = (text: string): Point[] =>
  text.split(' ').map((pair) => {
    const [x, y] = pair.split(',').map(Number);
    return [x ?? 0, y ?? 0];
  });

export const path = (d: string, fill: string, extra = ''): string =>
  `<path d="${d}" fill="${fill}" ${extra}/>`;

export const line = (d: string, stroke: string, width: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" ` +
  `stroke-linejoin="round" ${extra}/>`;

export const circle = (x: number, y: number, r: number, fill: string, extra = ''): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${extra}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${extra}/>`;

export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0, extra = ''): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${r}" ` +
  `fill="${fill}" ${extra}/>`;

export const polygon = (corners: readonly Point[], fill: string, extra = ''): string =>
  `<polygon points="${corners.map(at).join(' ')}" fill="${fill}" ${extra}/>`;

/** Places a drawing: `flip` mirrors it left to right. */
export const place = (x: number, y: number, scale: number, body: string, flip = false): string =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${flip ? -scale : scale} ${scale})">` +
  `${body}</g>`;

export const rotate = (degrees: number, [x, y]: Point, body: string): string =>
  `<g transform="rotate(${round(degrees)} ${round(x)} ${round(y)})">${body}</g>`;

export const shadow = (x: number, y: number, rx: number, ry = rx * 0.16): string =>
  ellipse(x, y, rx, ry, '#2F3440', 'opacity="0.13"');

/** A whole picture. */
export const picture = (width: number, height: number, title: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n` +
  `<title>${title}</title>\n${parts.join('\n')}\n</svg>\n`;
