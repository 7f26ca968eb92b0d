/** What a person does with a screen: looks for words, presses, types. Nothing here knows the markup. */
import type { Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './stage';

/** Waits until these words are on the screen. Pages below the present one stay in the document, unseen. */
export async function see(
  scope: Page | Locator,
  words: string | RegExp,
  withinMs = PATIENCE_MS,
): Promise<Locator> {
  const found = scope.getByText(words).filter({ visible: true }).first();
  await found.waitFor({ timeout: withinMs });
  return found;
}

export async function press(scope: Page | Locator, name: string | RegExp): Promise<void> {
  const options = typeof name === 'string' ? { name, exact: true } : { name };
  await scope.getByRole('button', options).first().click();
}

/** A link of a page that has no script; buttons of the app are pressed. */
export async function follow(scope: Page | Locator, name: string): Promise<void> {
  await scope.getByRole('link', { name, exact: true }).first().click();
}

export async function type(scope: Page | Locator, label: string, text: string): Promise<void> {
  await scope.getByRole('textbox', { name: label, exact: true }).fill(text);
}

/** Chooses by the words in the list, once the list has come. */
export async function choose(scope: Page | Locator, label: string, option: string): Promise<void> {
  const list = scope.getByRole('combobox', { name: label, exact: true });
  await list.locator('option', { hasText: option }).first().waitFor({ state: 'attached' });
  await list.selectOption({ label: option });
}

/** Polls until `read` gives what is expected; the last value is what the failure shows. */
export async function eventually<Value>(
  read: () => Value | Promise<Value>,
  expected: Value,
  withinMs = PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + withinMs;
  let value = await read();
  while (JSON.stringify(value) !== JSON.stringify(expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    value = await read();
  }
  expect(value).toEqual(expected);
}

/** One person becomes another by the switcher above every screen. */
export async function becomePersona(page: Page, name: string): Promise<void> {
  await press(page, /^切换身份/);
  const sheet = page.getByRole('dialog', { name: '您想以谁的身份使用？' });
  await sheet.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await sheet.waitFor({ state: 'hidden' });
  await see(page, `当前身份：${name}`);
}

/** Path and query of where one is now, waited for. */
export async function arriveAt(page: Page, path: string | RegExp): Promise<void> {
  await page.waitForURL((url) => {
    const here = url.pathname + url.search;
    return typeof path === 'string' ? here.startsWith(path) : path.test(here);
  });
}
