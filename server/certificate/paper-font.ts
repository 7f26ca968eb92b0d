/**
 * The typeface of the paper: Noto Sans SC with some 30,000 characters. Read and opened once per instance, at
 * the first paper drawn.
 */
import fs from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import fontFile from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

export interface PaperFont {
  readonly bytes: Buffer;
  readonly font: Font;
  readonly canDraw: (character: string) => boolean;
}

let opened: PaperFont | null = null;

export function paperFont(): PaperFont {
  opened ??= openFont();
  return opened;
}

function openFont(): PaperFont {
  const bytes = fs.readFileSync(path.join(__dirname, fontFile));
  const font = create(bytes);
  if ('fonts' in font) throw new Error('the typeface of the paper is one font, not a collection');
  return { bytes, font, canDraw: (character) => canDraw(font, character) };
}

function canDraw(font: Font, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
