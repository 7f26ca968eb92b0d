import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { HttpError } from './http-error';
import type { HttpAnswer, HttpRequest } from './http-types';
import { isCompressible, mimeTypeOf } from './mime-types';

interface CachedFile {
  readonly modifiedAt: number;
  readonly content: Buffer;
  readonly compressed: Buffer | null;
  readonly tag: string;
}

const compress = promisify(gzip);
/** Names such as `app.1a2b3c4d.js`: other content gets another name. */
const HASHED_NAME = /[.\-_][0-9a-f]{8,}\.[a-z0-9]+$/i;
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves a built site; addresses that are not files are pages of the browser history and get index.html. */
export class StaticSite {
  private readonly root: string;
  private readonly cache = new Map<string, CachedFile>();

  constructor(directory: string) {
    this.root = resolve(directory);
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'GET only');
    }
    const path = decodePath(request.path);
    const file = await this.load(path);
    if (file !== undefined) return this.answer(request, path, file);
    if (path === '/favicon.ico') return { status: 204 };
    const index = extname(path) === '' ? await this.load('/index.html') : undefined;
    if (index === undefined) throw new HttpError(404, 'NOT_FOUND', 'there is no such page or file');
    return this.answer(request, '/index.html', index);
  }

  private async load(path: string): Promise<CachedFile | undefined> {
    const file = join(this.root, path.endsWith('/') ? `${path}index.html` : path);
    if (file !== this.root && !file.startsWith(this.root + sep)) return undefined;
    const status = await stat(file).catch(() => undefined);
    if (status === undefined || !status.isFile()) return undefined;
    const known = this.cache.get(file);
    if (known !== undefined && known.modifiedAt === status.mtimeMs) return known;
    const content = await readFile(file);
    const compressed = isCompressible(mimeTypeOf(file)) ? await compress(content) : null;
    const tag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
    const loaded = { modifiedAt: status.mtimeMs, content, compressed, tag };
    this.cache.set(file, loaded);
    return loaded;
  }

  private answer(request: HttpRequest, path: string, file: CachedFile): HttpAnswer {
    const isHtml = path.endsWith('/') || path.endsWith('.html');
    const headers: Record<string, string> = {
      'content-type': mimeTypeOf(isHtml ? 'index.html' : path),
      'cache-control': HASHED_NAME.test(path) && !isHtml ? FOREVER : 'no-cache',
      etag: file.tag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === file.tag) return { status: 304, headers };
    const acceptsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (file.compressed === null || !acceptsGzip) return { status: 200, headers, body: file.content };
    return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: file.compressed };
  }
}

function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    if (!/[\0\\]|(^|\/)\.\.(\/|$)/.test(decoded)) return decoded;
  } catch {
    // Falls through: a broken escape is no path of ours.
  }
  throw new HttpError(400, 'INVALID_PATH', 'the path cannot be read');
}
