/** Whether everything app.json and the pages name is there, as WeChat demands before it runs a line. */
import fs from 'node:fs';
import path from 'node:path';

import type { WeappBuild } from '../weapp-build';
import type { Finding, Judge } from './finding';

/** WeChat refuses larger icons of a tab bar. */
const MAXIMUM_ICON_BYTES = 40 * 1024;

function pageFiles(build: WeappBuild): Finding[] {
  return build.pages.flatMap((page) => {
    const missing = ['.js', '.json', '.wxml'].filter((extension) => !build.has(page + extension));
    // A page without a style of its own has no .wxss; its look then comes from app.wxss, which must be there.
    const style = build.has(`${page}.wxss`) || build.has('app.wxss') ? [] : ['.wxss'];
    return [...missing, ...style].map((extension) => `${page}${extension} is missing`);
  });
}

function components(build: WeappBuild, unit: string, seen: Set<string>): Finding[] {
  if (seen.has(unit)) return [];
  seen.add(unit);
  return [...build.componentsOf(unit)].flatMap(([tag, file]) => {
    const missing = ['.js', '.json', '.wxml'].filter((extension) => !build.has(file + extension));
    return [
      ...missing.map((extension) => `${unit}.json: <${tag}> needs ${file}${extension}, which is missing`),
      ...components(build, file, seen),
    ];
  });
}

function tabBar(build: WeappBuild): Finding[] {
  const items = build.app.tabBar?.list ?? [];
  const count =
    items.length >= 2 && items.length <= 5 ? [] : [`tabBar has ${items.length} items, not 2 to 5`];
  const pages = items
    .filter(({ pagePath }) => !build.app.pages.includes(pagePath))
    .map(({ pagePath }) => `tabBar: ${pagePath} is no page of the main package`);
  const icons = items
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .filter((icon) => icon !== undefined)
    .flatMap((icon) => {
      if (!build.has(icon)) return [`tabBar: ${icon} is missing`];
      const { size } = fs.statSync(path.join(build.directory, icon));
      return size > MAXIMUM_ICON_BYTES ? [`tabBar: ${icon} is larger than 40 KB`] : [];
    });
  return [...count, ...pages, ...icons];
}

function preloads(build: WeappBuild): Finding[] {
  const roots = (build.app.subPackages ?? []).map(({ root }) => root);
  return Object.entries(build.app.preloadRule ?? {}).flatMap(([page, { packages }]) => [
    ...(build.pages.includes(page) ? [] : [`preloadRule: ${page} is no page`]),
    ...packages
      .filter((name) => !roots.includes(name))
      .map((name) => `preloadRule: ${name} is no sub-package`),
  ]);
}

/** A style may show a picture of the network or one written into it; of the package it shows none. */
function localBackgrounds(build: WeappBuild): Finding[] {
  return build.files('.wxss').flatMap((file) =>
    [...build.read(file).matchAll(/url\(\s*["']?([^"')]+)/g)]
      .map(([, address = '']) => address)
      .filter((address) => !/^(https?:|data:|\/\/)/.test(address))
      .map((address) => `${file}: url(${address}) is a file of the package`),
  );
}

/** What a path in app.json or a call is checked against when the app opens a page by its address. */
function pagesOpened(build: WeappBuild): Finding[] {
  return build.files('.js').flatMap((file) =>
    [...build.read(file).matchAll(/["'`]\/((?:pages|packages)\/[\w/-]+)/g)]
      .map(([, page = '']) => page)
      .filter((page) => !build.pages.includes(page))
      .map((page) => `${file}: /${page} is no page`),
  );
}

export const structureJudges: readonly Judge[] = [
  { name: 'every page has its files', judge: pageFiles },
  {
    name: 'every component a page names is there',
    judge: (build) => {
      const seen = new Set<string>();
      return build.pages.flatMap((page) => components(build, page, seen));
    },
  },
  { name: 'tab bar: pages and icons', judge: tabBar },
  { name: 'what is preloaded is there', judge: preloads },
  { name: 'no style shows a picture of the package', judge: localBackgrounds },
  { name: 'every address the code opens is a page', judge: pagesOpened },
];
