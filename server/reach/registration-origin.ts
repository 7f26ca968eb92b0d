/** 来源 (VI4) of who registers: as the last link says, if it leads to something; else the channel alone. */
import { channelOfText } from '@domain/link/channel';
import { arrivalOfScene } from '@domain/link/link';
import { textOfOrigin } from '@domain/link/referral';
import type { Ports } from '../kernel/ports';
import { cityOf } from '../system/city';
import { locateContent } from './content-origin';

interface Told {
  readonly channel: string | null;
  readonly scene: string | null;
}

/** Null: no link led here. Round trips: none without a link; else those of its content. */
export async function originOfRegistration(ports: Ports, told: Told): Promise<string | null> {
  const arrival = told.scene === null ? null : arrivalOfScene(told.scene);
  const channel = arrival?.channel ?? channelOfText(told.channel ?? '');
  const found = arrival === null ? null : await locateContent(ports, arrival.link);
  if (found !== null) return textOfOrigin({ channel, ...found });
  if (channel === null) return null;
  return textOfOrigin({ channel, content: null, divisionCode: (await cityOf(ports)).cityCode });
}
