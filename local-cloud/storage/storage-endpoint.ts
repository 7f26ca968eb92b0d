import type { VirtualClock } from '../host/clock';
import { HttpError } from '../host/http-error';
import type { HttpAnswer, HttpRequest } from '../host/http-types';
import { parseMultipart, textPart } from '../host/multipart';
import { parseCloudPath } from './cloud-path';
import type { ObjectStorage } from './object-storage';
import type { StorageActions } from './storage-actions';

const MAX_FILE_BYTES = 50 * 1024 * 1024;
const PREFIX = '/storage/';
/** Uploaded pages must not act with the rights of this origin. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

/** The object store's own door: PUT or POST with a permission, GET for everybody on this machine. */
export class StorageEndpoint {
  constructor(
    private readonly storage: ObjectStorage,
    private readonly actions: StorageActions,
    private readonly clock: VirtualClock,
  ) {}

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const path = parseCloudPath(decode(request.path.slice(PREFIX.length)));
    if (request.method === 'PUT') return this.put(request, path);
    if (request.method === 'POST') return this.post(request, path);
    if (request.method === 'GET' || request.method === 'HEAD') return this.get(path);
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'GET, PUT or POST only');
  }

  /** Upload of wx-server-sdk 4: raw body, answered by an empty 200 (the body would be read as XML). */
  private async put(request: HttpRequest, path: string): Promise<HttpAnswer> {
    this.demand(path, request.headers.authorization);
    await this.storage.put(path, await request.body(MAX_FILE_BYTES), this.clock.now());
    return { status: 200 };
  }

  /** Upload of wx-server-sdk 2 and 3: a form with the field `file`, answered by an empty 204. */
  private async post(request: HttpRequest, path: string): Promise<HttpAnswer> {
    const body = await request.body(MAX_FILE_BYTES + 64 * 1024);
    const parts = parseMultipart(request.headers['content-type'] ?? '', body);
    this.demand(
      path,
      textPart(parts, 'Signature') ?? textPart(parts, 'authorization') ?? request.headers.authorization,
    );
    const file = parts.find((part) => part.name === 'file');
    if (file === undefined) throw new HttpError(400, 'INVALID_PARAM', 'the field "file" is missing');
    if (file.content.length > MAX_FILE_BYTES)
      throw new HttpError(413, 'BODY_TOO_LARGE', 'a file has at most 50 MB');
    await this.storage.put(path, file.content, this.clock.now());
    return { status: 204 };
  }

  private async get(path: string): Promise<HttpAnswer> {
    const content = await this.storage.read(path);
    const contentType = this.storage.find(path)?.contentType;
    if (content === undefined || contentType === undefined) {
      throw new HttpError(404, 'STORAGE_FILE_NONEXIST', 'there is no such file');
    }
    const headers = {
      'content-type': contentType,
      'cache-control': 'no-cache',
      'content-security-policy': SANDBOX,
    };
    return { status: 200, headers, body: content };
  }

  private demand(path: string, token: string | undefined): void {
    if (!this.actions.mayUpload(path, token)) {
      throw new HttpError(
        403,
        'STORAGE_EXCEED_AUTHORITY',
        'ask storage.getUploadMetadata for a permission first',
      );
    }
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new HttpError(400, 'STORAGE_SIGN_PARAM_INVALID', 'the path cannot be read');
  }
}
