import { resolve } from 'node:path';
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from './json';
import { LocalCloud, type LocalCloudOptions } from './local-cloud';

const FIXTURES = resolve(__dirname, '../functions/fixtures');
const running: LocalCloud[] = [];

/** A local cloud with the fixture functions; stopped by `stopTestClouds`. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const cloud = await LocalCloud.start({
    port: 0,
    dataDirectory: null,
    functionsDirectory: FIXTURES,
    collections: [
      { name: 'notes', indexes: [] },
      { name: 'ticks', indexes: [] },
    ],
    automaticTimers: false,
    workers: 2,
    ...options,
  });
  running.push(cloud);
  return cloud;
}

export async function stopTestClouds(): Promise<void> {
  await Promise.all(running.splice(0).map((cloud) => cloud.stop()));
}

/** Runs one task of the `probe` fixture. */
export function probe(
  cloud: LocalCloud,
  task: string,
  event: JsonObject = {},
  openid = 'o-ann',
): Promise<JsonValue> {
  return cloud.invoke('probe', { task, ...event }, { openid });
}

/** Like `probe`, for tasks that answer an object. */
export async function probeObject(
  cloud: LocalCloud,
  task: string,
  event: JsonObject = {},
  openid = 'o-ann',
): Promise<JsonObject> {
  const value = await probe(cloud, task, event, openid);
  if (!isJsonObject(value)) throw new Error(`an object was expected, not ${JSON.stringify(value)}`);
  return value;
}

/** A text inside an answer; '' when there is none. */
export function textIn(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: JsonObject;
}

/** One HTTP request to the cloud. */
export async function send(
  cloud: LocalCloud,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<Reply> {
  const response = await fetch(`${cloud.url}${path}`, { method, redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
  const json = isJson ? parseJson(text) : {};
  return { status: response.status, headers: response.headers, text, json: isJsonObject(json) ? json : {} };
}

/** A request to `/__local/` with a JSON body. */
export function control(cloud: LocalCloud, method: string, path: string, body?: JsonObject): Promise<Reply> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  return send(cloud, method, `/__local/${path}`, init);
}
