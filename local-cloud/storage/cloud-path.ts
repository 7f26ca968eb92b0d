import { HttpError } from '../host/http-error';

const MAX_PATH_BYTES = 850;
/** Control characters, the Windows separator, and what a URL would read as something else. */
const FORBIDDEN = /[\u0000-\u001f\u007f\\?#%]/;

/** Checks a path inside the storage. Throws 400 saying what is wrong with it. */
export function parseCloudPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw invalid('a path is needed');
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) throw invalid(`a path has at most ${MAX_PATH_BYTES} bytes`);
  if (FORBIDDEN.test(path)) throw invalid('a path may not hold \\ ? # % or control characters');
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw invalid('a path may not begin or end with /, nor hold empty, . or .. parts');
  }
  return path;
}

function invalid(message: string): HttpError {
  return new HttpError(400, 'STORAGE_SIGN_PARAM_INVALID', message);
}

/** `cloud://<environment>.local/<path>` */
export function fileIdOf(environmentId: string, path: string): string {
  return `cloud://${environmentId}.local/${path}`;
}

/** The path of a file id of this environment; undefined for any other text. */
export function pathOfFileId(environmentId: string, fileId: unknown): string | undefined {
  const prefix = fileIdOf(environmentId, '');
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
  return fileId.slice(prefix.length);
}
