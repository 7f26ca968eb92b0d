/**
 * 一张海报 (PO2): drawn when nothing like it was drawn before, else only looked up. Round trips: roles, 1 or 2
 * of the subject, the code, the file; the first time also pictures, an upload and 1 more.
 */
import type { Handler } from '../kernel/procedure';
import { posterPdf } from './draw-poster';
import { posterPicture } from './draw-poster-picture';
import { posterSubjectOf } from './poster-subject';
import { drawnPosterOf, filedPoster, posterKeyOf, posterSourceOf, preparePoster } from './prepare-poster';

const NAMES = { sheet: '海报', card: '台卡' } as const;

export const getPoster: Handler<'poster.getPoster'> = async (input, { ports, now }) => {
  const { target, form, file } = input;
  const subject = await posterSubjectOf(ports, now, target);
  if ('kind' in subject) return subject;
  const source = await posterSourceOf(ports, now, subject.link, input);
  const prepared = await preparePoster(ports, form, subject, source);
  const key = posterKeyOf(form, file, [prepared]);
  const ending = file === 'pdf' ? 'pdf' : 'png';
  const { title } = subject.words;
  const poster = await filedPoster(ports, key, ending, async () => {
    const drawn = await drawnPosterOf(ports, prepared);
    return file === 'pdf' ? posterPdf(form, { title, madeAt: now }, [drawn]) : posterPicture(form, drawn);
  });
  const fileName = `${fileNameOf(title)}${NAMES[form]}.${ending}`;
  const [url] = await ports.platform.fileUrls([poster.fileId]);
  return { url: url ?? '', fileName, code: source.kind, madeAt: poster.madeAt };
};

/** What no file system refuses, and no longer than a screen shows. */
export function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 40);
}
