/** Reads the board as it stands on the screen: what an officer could copy onto paper. */
import type { Page } from 'playwright-core';

export interface BoardOnScreen {
  /** by the figure's title: the big number */
  readonly headline: Readonly<Record<string, string>>;
  /** by the child's name: persons registered and its place */
  readonly children: Readonly<Record<string, ChildOnScreen>>;
}
export interface ChildOnScreen {
  readonly registered: number;
  readonly place: string;
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

async function headlineOf(page: Page): Promise<Record<string, string>> {
  const tiles = await page.getByRole('button', { name: '口径' }).allInnerTexts();
  return Object.fromEntries(
    tiles.map((text) => {
      const [title = '', , value = ''] = text.split(/\s*\n\s*/);
      return [title, value];
    }),
  );
}

function childOf(text: string): [string, ChildOnScreen][] {
  const match = /^(不排名|第 \d+\s*\/ \d+)\s*\n\s*(\S+)[^]*注册志愿者\s*([\d,]+)\s*人/.exec(text);
  if (match === null) return [];
  const [, place = '', name = '', registered = ''] = match;
  return [[name, { registered: numberOf(registered), place: place.replace(/\s+/g, ' ') }]];
}

/** On a phone. */
export async function readBoard(page: Page): Promise<BoardOnScreen> {
  const cards = await page.getByRole('button', { name: /第 \d+ ?\/ \d+|不排名/ }).allInnerTexts();
  return { headline: await headlineOf(page), children: Object.fromEntries(cards.flatMap(childOf)) };
}

export const registeredOf = ({ headline }: BoardOnScreen): number =>
  numberOf(headline['注册志愿者'] ?? 'NaN');

export function sumOfChildren({ children }: BoardOnScreen): number {
  return Object.values(children).reduce((sum, child) => sum + child.registered, 0);
}
