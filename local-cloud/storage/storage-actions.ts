import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { VirtualClock } from '../host/clock';
import { HttpError, NotImplementedError } from '../host/http-error';
import { isJsonObject, numberOf, type JsonObject, type JsonValue } from '../host/json';
import { fileIdOf, parseCloudPath, pathOfFileId } from './cloud-path';
import type { ObjectStorage } from './object-storage';

const UPLOAD_LIFE_MS = 15 * 60_000;
const DEFAULT_MAX_AGE_SECONDS = 86_400;
const MAX_FILES_PER_CALL = 50;

export interface StorageActionsOptions {
  readonly storage: ObjectStorage;
  readonly environmentId: string;
  readonly clock: VirtualClock;
  readonly baseUrl: () => string;
}

/** The `storage.*` actions of the SDK, and the permission that an upload must show. */
export class StorageActions {
  private readonly secret = randomBytes(32);

  constructor(private readonly options: StorageActionsOptions) {}

  /** Throws `HttpError` with the code of the refusal. */
  async handle(action: string, body: JsonObject): Promise<JsonObject> {
    if (action === 'storage.getUploadMetadata') return this.getUploadMetadata(body);
    if (action === 'storage.batchGetDownloadUrl') return this.batchGetDownloadUrl(body);
    if (action === 'storage.batchDeleteFile') return this.batchDeleteFile(body);
    throw new NotImplementedError(action);
  }

  /** Whether `token` was issued for this path and is still valid. */
  mayUpload(path: string, token: string | undefined): boolean {
    const [expiresAt = '', signature = ''] = (token ?? '').split('.');
    const expected = this.sign(path, expiresAt);
    if (signature.length !== expected.length) return false;
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return false;
    return Number(expiresAt) > this.options.clock.now();
  }

  private getUploadMetadata(body: JsonObject): JsonObject {
    const path = parseCloudPath(body['path']);
    const expiresAt = String(this.options.clock.now() + UPLOAD_LIFE_MS);
    const fileId = fileIdOf(this.options.environmentId, path);
    const authorization = `${expiresAt}.${this.sign(path, expiresAt)}`;
    const url = `${this.options.baseUrl()}/storage/${encodePath(path)}`;
    // Sent back in a header, hence plain ASCII whatever the path.
    const cosFileId = createHash('sha256').update(fileId).digest('hex');
    return { data: { url, token: 'local', authorization, fileId, cosFileId } };
  }

  private batchGetDownloadUrl(body: JsonObject): JsonObject {
    const list = listOf(body['file_list']).map((entry) => {
      const fileId = isJsonObject(entry) ? entry['fileid'] : undefined;
      const maxAge =
        (isJsonObject(entry) ? numberOf(entry['max_age']) : undefined) ?? DEFAULT_MAX_AGE_SECONDS;
      const path = pathOfFileId(this.options.environmentId, fileId);
      const names = { fileid: fileId ?? '', fileID: fileId ?? '' };
      if (path === undefined || this.options.storage.find(path) === undefined) {
        return {
          ...names,
          tempFileURL: '',
          maxAge,
          code: 'STORAGE_FILE_NONEXIST',
          message: 'there is no such file',
        };
      }
      // Not encoded: the SDK encodes it when it downloads.
      return { ...names, tempFileURL: `${this.options.baseUrl()}/storage/${path}`, maxAge, code: 'SUCCESS' };
    });
    return { data: { download_list: list } };
  }

  private async batchDeleteFile(body: JsonObject): Promise<JsonObject> {
    const list: JsonValue[] = [];
    for (const fileId of listOf(body['fileid_list'])) {
      const path = pathOfFileId(this.options.environmentId, fileId);
      const isRemoved = path !== undefined && (await this.options.storage.remove(path));
      list.push({ fileID: fileId, code: isRemoved ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
    }
    return { data: { delete_list: list } };
  }

  private sign(path: string, expiresAt: string): string {
    return createHmac('sha256', this.secret).update(`${expiresAt}\n${path}`).digest('hex');
  }
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new HttpError(400, 'INVALID_PARAM', 'a list of files is needed');
  if (value.length > MAX_FILES_PER_CALL) {
    throw new HttpError(400, 'INVALID_PARAM', `at most ${MAX_FILES_PER_CALL} files per call`);
  }
  return value;
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
