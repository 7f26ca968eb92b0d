/** The list of pages is written three times, because three programs read it: they must agree. */
import fs from 'node:fs';
import path from 'node:path';

import { tabPages } from '@/platform/pages';
import pageRoutes from '@/platform/page-routes.json';

const root = path.resolve(__dirname, '../..');
const text = fs.readFileSync(path.join(root, 'src/app.config.ts'), 'utf8');

function pagesOfAppConfig(): string[] {
  const main = [...text.matchAll(/'(pages\/[a-z-]+\/index)',/g)].map(([, page]) => `/${page ?? ''}`);
  const subPackages = [...text.matchAll(/root: '([^']+)',\s*pages: \[([^\]]+)\]/g)].flatMap(
    ([, folder, pages]) =>
      [...(pages ?? '').matchAll(/'([^']+)'/g)].map(([, page]) => `/${folder ?? ''}/${page ?? ''}`),
  );
  return [...new Set([...main, ...subPackages])].sort();
}

test('every page has an H5 address, and every address a page', () => {
  expect(Object.keys(pageRoutes).sort()).toEqual(pagesOfAppConfig());
});

test('no two pages share an H5 address', () => {
  const addresses = Object.values(pageRoutes);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each(Object.keys(pageRoutes))('%s exists with its configuration', (page) => {
  expect(fs.existsSync(path.join(root, `src${page}.tsx`))).toBe(true);
  expect(fs.existsSync(path.join(root, `src${page}.config.ts`))).toBe(true);
});

test('the tabs are those of the tab bar', () => {
  const tabs = [...text.matchAll(/pagePath: '([^']+)'/g)].map(([, page]) => `/${page ?? ''}`);
  expect(tabs).toEqual([...tabPages]);
});
