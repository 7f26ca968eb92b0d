import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The page lies beside this file; a host bundled into dist/local-cloud reads it from the sources. */
export function findInspectorPage(): string {
  const places = [
    join(__dirname, 'inspector.html'),
    join(__dirname, '../../local-cloud/inspector/inspector.html'),
    resolve('local-cloud/inspector/inspector.html'),
  ];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('local-cloud/inspector/inspector.html is missing');
  return found;
}
