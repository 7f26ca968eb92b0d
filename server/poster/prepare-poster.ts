/** From what a poster says to what is drawn, and the name of the file by all of it (PO2). */
import { createHash } from 'node:crypto';
import type { PosterCodeKind } from '@contract/poster.contract';
import { missingSign } from '@domain/certificate/paper-text';
import { addressOf, sceneOf, type Link } from '@domain/link/link';
import { layoutPoster, type PosterItem } from '@domain/poster/poster';
import type { PosterForm } from '@domain/poster/poster-form';
import { paperFont } from '../certificate/paper-font';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
import { miniProgramCodeOf } from '../reach/get-mini-program-code';
import { cityOf } from '../system/city';
import { imageKindOf, type DrawnPoster } from './draw-poster';
import type { PosterSubject } from './poster-subject';

/** Raised with every change of the drawing that the items do not show: then all are made anew. */
const DRAWING = 1;

export type PosterSource = StoredDocument<'posterJobs'>['stations'][number]['source'];
export interface PosterLook {
  readonly form: PosterForm;
  readonly code: PosterCodeKind;
  readonly number: number;
}
export interface PreparedPoster {
  readonly items: readonly PosterItem[];
  readonly source: PosterSource;
  readonly pictureFileId: string | null;
}

const HINTS: Readonly<Record<PosterCodeKind, string>> = {
  miniProgram: '打开微信扫一扫',
  web: '微信或手机相机都能扫',
};

/** What the code is made of; the address where WeChat gives no code. */
export async function posterSourceOf(
  ports: Ports,
  now: number,
  link: Link,
  { code, number }: PosterLook,
): Promise<PosterSource> {
  const channel = { kind: 'poster', number } as const;
  const { siteOrigin } = await cityOf(ports);
  if (code === 'miniProgram' || siteOrigin === null) {
    try {
      return { kind: 'miniProgram', fileId: (await miniProgramCodeOf(ports, now, link, channel)).fileId };
    } catch (error) {
      const text = error instanceof Error ? error.message : 'not an Error';
      ports.log({ poster: sceneOf(link, channel), error: text.slice(0, 300) });
    }
  }
  const text = siteOrigin === null ? sceneOf(link, channel) : addressOf(siteOrigin, link, channel);
  return { kind: 'web', text };
}

export async function preparePoster(
  ports: Ports,
  form: PosterForm,
  { words, pictureFileId }: Pick<PosterSubject, 'words' | 'pictureFileId'>,
  source: PosterSource,
): Promise<PreparedPoster> {
  const { cityName, isDemonstration } = await cityOf(ports);
  const foot = `向锋 · ${cityName}志愿服务${isDemonstration ? '（演示数据）' : ''}`;
  const rows = words.rows.map(({ label, text }) => ({ label, text: drawable(text) }));
  const content = { ...words, title: drawable(words.title), rows, hint: HINTS[source.kind], foot };
  const items = layoutPoster(form, { ...content, hasPicture: pictureFileId !== null });
  return { items, source, pictureFileId };
}

/** A character the typeface lacks is printed as 〓, as on certificates. */
function drawable(words: string): string {
  const { canDraw } = paperFont();
  return Array.from(words, (character) => (canDraw(character) ? character : missingSign)).join('');
}

/** The same for the same drawing, and for no other. */
export function posterKeyOf(
  form: PosterForm,
  file: 'pdf' | 'picture',
  posters: readonly PreparedPoster[],
): string {
  const text = JSON.stringify([DRAWING, form, file, posters]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Fetches what lies in the storage. A picture neither hand can draw leaves its area white. */
export async function drawnPosterOf(
  { platform }: Ports,
  { items, source, pictureFileId }: PreparedPoster,
): Promise<DrawnPoster> {
  const [found, image] = await Promise.all([
    pictureFileId === null ? null : platform.readFile(pictureFileId),
    source.kind === 'miniProgram' ? platform.readFile(source.fileId) : null,
  ]);
  const picture = found !== null && imageKindOf(found) !== null ? found : null;
  if (source.kind === 'web') return { items, picture, code: { kind: 'text', text: source.text } };
  return { items, picture, code: { kind: 'image', bytes: image ?? new Uint8Array() } };
}

/** The file of this key: looked up, or made and stored. Written twice it is the same in the same place. */
export async function filedPoster(
  { database, platform, now }: Ports,
  key: string,
  ending: 'pdf' | 'png',
  draw: () => Promise<Uint8Array>,
): Promise<StoredDocument<'posters'>> {
  const known = await database.get('posters', key);
  if (known !== null) return known;
  const fileId = await platform.storeFile(`posters/${key}.${ending}`, await draw());
  const made = { _id: key, fileId, madeAt: now() };
  await database.put('posters', made);
  return made;
}
