/** 来源 as the person it is about reads it (VI7). */
import type { MyData } from '@contract/my-data.contract';
import { textOfContent } from '@domain/link/content';
import { originOfText } from '@domain/link/referral';
import type { Ports } from '../kernel/ports';
import { titlesOf } from './content-titles';

/** Round trips: none, or one for the title of the content. */
export async function ownOrigin(ports: Ports, text: string | undefined): Promise<MyData['origin']> {
  const origin = originOfText(text ?? '');
  if (origin === null) return null;
  const { channel, content } = origin;
  if (content === null) return { channel, contentTitle: null };
  const titles = await titlesOf(ports, [content]);
  return { channel, contentTitle: titles.get(textOfContent(content)) ?? null };
}
