/** Package sizes against their limits, read from the builds: `tsx scripts/check-sizes.ts`. */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import { largestPages } from './largest-pages';
import { root } from './run-command';

const kilobyte = 1024;

/** Below WeChat's 2 MB per package, so that there is room to grow; H5 by what a slow connection bears. */
export const sizeLimits = {
  weappMainBytes: 1000 * kilobyte,
  weappSubPackageBytes: 500 * kilobyte,
  weappTotalBytes: 2 * kilobyte * kilobyte,
  h5FirstLoadGzipBytes: 350 * kilobyte,
  pageGzipBytes: 150 * kilobyte,
} as const;

export interface MeasuredSize {
  name: string;
  bytes: number;
  limitBytes: number;
}

function bytesBelow(directory: string): number {
  return fs
    .readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

function subPackageRoots(directory: string): string[] {
  const app: unknown = JSON.parse(fs.readFileSync(path.join(directory, 'app.json'), 'utf8'));
  if (typeof app !== 'object' || app === null || !('subPackages' in app)) return [];
  const packages: unknown[] = Array.isArray(app.subPackages) ? app.subPackages : [];
  return packages.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'root' in entry ? [String(entry.root)] : [],
  );
}

/** The mini-program's packages in bytes as uploaded (not compressed). */
export function measureWeapp(directory = path.join(root, 'dist/weapp')): MeasuredSize[] {
  const totalBytes = bytesBelow(directory);
  const parts = subPackageRoots(directory).map((name) => ({
    name: `weapp ${name}`,
    bytes: bytesBelow(path.join(directory, name)),
    limitBytes: sizeLimits.weappSubPackageBytes,
  }));
  const mainBytes = totalBytes - parts.reduce((sum, part) => sum + part.bytes, 0);
  return [
    { name: 'weapp main package', bytes: mainBytes, limitBytes: sizeLimits.weappMainBytes },
    ...parts,
    { name: 'weapp total', bytes: totalBytes, limitBytes: sizeLimits.weappTotalBytes },
  ];
}

/** index.html with every script and style it names, gzipped one by one as a server would. */
export function measureH5(directory = path.join(root, 'dist/h5')): MeasuredSize[] {
  const html = fs.readFileSync(path.join(directory, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const bytes = ['index.html', ...named]
    .map((file) => zlib.gzipSync(fs.readFileSync(path.join(directory, file))).length)
    .reduce((sum, size) => sum + size, 0);
  return [{ name: 'H5 first load (gzip)', bytes, limitBytes: sizeLimits.h5FirstLoadGzipBytes }];
}

/**
 * The whole first load of a small page (PG1) at its largest, gzipped: one document, style and code picture in
 * it. The project's own picture is fetched after it can be read, and is not counted.
 */
export function measurePages(): MeasuredSize[] {
  return Object.entries(largestPages()).map(([name, text]) => ({
    name: `page ${name}, largest (gzip)`,
    bytes: zlib.gzipSync(text).length,
    limitBytes: sizeLimits.pageGzipBytes,
  }));
}

/** Prints each size; throws naming those over their limit. */
export function checkSizes(): void {
  const sizes = [...measureWeapp(), ...measureH5(), ...measurePages()];
  for (const { name, bytes, limitBytes } of sizes) {
    console.log(`  ${name}: ${(bytes / kilobyte).toFixed(1)} KB of ${limitBytes / kilobyte} KB`);
  }
  const over = sizes.filter(({ bytes, limitBytes }) => bytes > limitBytes);
  if (over.length > 0) throw new Error(`over the limit: ${over.map(({ name }) => name).join(', ')}`);
}

if (require.main === module) checkSizes();
