/** The way back when a page was opened without saying of which division and day it is. */
import { isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';
import { isDivisionCode, parseDivisionCode } from '@domain/geography/division';
import type { DivisionCode } from '@domain/kernel/identifiers';

import { openRoute } from '@/lib/open-route';
import { boardRoute } from '@/lib/routes';
import { EmptyState } from '@/ui/states';

export interface AskedParams {
  readonly divisionCode: string | undefined;
  readonly day: string | undefined;
}
export interface Asked {
  readonly divisionCode: DivisionCode;
  readonly day: CivilDay;
}

/** Null for anything but a division and a day. */
export function askedOf({ divisionCode = '', day = '' }: AskedParams): Asked | null {
  if (!isDivisionCode(divisionCode) || !isCivilDay(day)) return null;
  return { divisionCode: parseDivisionCode(divisionCode), day: parseCivilDay(day) };
}

export const wayToBoard = { text: '去数据看板', onPress: () => openRoute(boardRoute) };

export function NotAsked() {
  return (
    <EmptyState icon="info" title="没有说明看哪个区划" text="请从数据看板打开这一页。" next={wayToBoard} />
  );
}
