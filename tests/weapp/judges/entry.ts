/** What WeChat asks of an app before it lets people in: privacy, permissions, sharing, loading. */
import fs from 'node:fs';
import path from 'node:path';

import type { WeappBuild } from '../weapp-build';
import type { Finding, Judge } from './finding';

/** WeChat refuses these at run time where app.json does not name them. */
const PRIVATE_CALLS = [
  ...['getLocation', 'getFuzzyLocation', 'onLocationChange', 'startLocationUpdate'],
  ...['startLocationUpdateBackground', 'chooseLocation', 'choosePoi', 'chooseAddress'],
];
/** A longer explanation is cut in the dialog. */
const LONGEST_PERMISSION_TEXT = 30;
/** All that the pages of one package preload, together. */
const MAXIMUM_PRELOAD_BYTES = 2 * 1024 * 1024;
/** LK10: whatever else there is, is somebody's own or an office's. */
const PASSED_ON = [
  'pages/project/index',
  'pages/activity/index',
  'pages/shift/index',
  'packages/reach/station/index',
  'packages/public/statistics/index',
];

function privacy(build: WeappBuild): Finding[] {
  const { requiredPrivateInfos = [], permission = {}, __usePrivacyCheck__: isAsked } = build.app;
  const code = build.files('.js').map((file) => build.read(file));
  const called = PRIVATE_CALLS.filter((name) => code.some((text) => text.includes(`.${name}(`)));
  const texts = Object.entries(permission).flatMap(([scope, { desc }]) =>
    desc !== '' && Array.from(desc).length <= LONGEST_PERMISSION_TEXT ? [] : [`${scope}: "${desc}"`],
  );
  return [
    ...(isAsked === true ? [] : ['__usePrivacyCheck__ is off']),
    ...called.filter((name) => !requiredPrivateInfos.includes(name)).map((name) => `${name} is not declared`),
    ...requiredPrivateInfos.filter((name) => !called.includes(name)).map((name) => `${name} is never called`),
    ...(called.includes('getLocation') && permission['scope.userLocation'] === undefined
      ? ['nobody is told what the position is for']
      : []),
    ...texts,
  ];
}

function passedOn(build: WeappBuild): Finding[] {
  return ['enableShareAppMessage', 'enableShareTimeline'].flatMap((name) => {
    const pages = build.pages.filter((page) => build.read(`${page}.js`).includes(`${name}:!0`));
    return [
      ...pages.filter((page) => !PASSED_ON.includes(page)).map((page) => `${page} has ${name}`),
      ...PASSED_ON.filter((page) => !pages.includes(page)).map((page) => `${page} lacks ${name}`),
    ];
  });
}

function loading(build: WeappBuild): Finding[] {
  const { lazyCodeLoading, preloadRule = {} } = build.app;
  const ahead = new Set(
    Object.entries(preloadRule).flatMap(([page, { packages }]) =>
      page.startsWith('pages/') ? packages : [],
    ),
  );
  const bytes = [...ahead].reduce((sum, root) => sum + bytesBelow(path.join(build.directory, root)), 0);
  return [
    ...(lazyCodeLoading === 'requiredComponents' ? [] : ['every page is loaded at once']),
    ...(bytes <= MAXIMUM_PRELOAD_BYTES ? [] : [`${String(bytes)} bytes are preloaded from the main package`]),
  ];
}

function bytesBelow(directory: string): number {
  return fs
    .readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

export const entryJudges: readonly Judge[] = [
  { name: 'private calls are declared, explained and asked for', judge: privacy },
  { name: 'only what anybody may read is passed on', judge: passedOn },
  { name: 'pages load when they are wanted, preloads within their limit', judge: loading },
];
