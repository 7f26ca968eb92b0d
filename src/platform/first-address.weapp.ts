/** A mini-program is opened at a page; the landing page leads on from there. */
import type { PageParams } from './navigation';
import type { PagePath } from './pages';

export function firstAddress(): string {
  return '';
}

export function replaceFirstAddress(_path: PagePath, _params: PageParams): void {
  // There is no address to replace.
}
