/**
 * One H5 build serves every place: where its cloud is stands in /runtime-config.json beside it, for example
 * `{ "gateway": "", "local": true }`. Without the file the site's own address is the gateway.
 */
import { requestJson } from './http';
import type { RuntimeConfig } from './runtime-config-types';

export type * from './runtime-config-types';

const timeoutMs = 8_000;

let loaded: Promise<RuntimeConfig> | undefined;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseRuntimeConfig(body: unknown): RuntimeConfig {
  const { gateway, local, visitorToken, filingNumber, appId } = (body ?? {}) as Record<string, unknown>;
  return {
    gateway: textOf(gateway).replace(/\/+$/, ''),
    isLocal: local === true,
    visitorToken: textOf(visitorToken),
    filingNumber: textOf(filingNumber),
    appId: textOf(appId),
  };
}

async function load(): Promise<RuntimeConfig> {
  const result = await requestJson({ method: 'GET', url: '/runtime-config.json', timeoutMs });
  // Not reached is not the same as not there: ask again next time.
  if (!result.ok && result.reason !== 'badAnswer') loaded = undefined;
  return parseRuntimeConfig(result.ok && result.status === 200 ? result.body : undefined);
}

/** Never rejects. */
export function getRuntimeConfig(): Promise<RuntimeConfig> {
  loaded ??= load();
  return loaded;
}
