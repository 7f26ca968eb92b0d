/**
 * Where the H5 site lives: the start of every address a QR holds. A mini-program is told at build time by
 * TARO_APP_SITE_ORIGIN; built for a local cloud, that cloud serves the site too.
 */
import { getRuntimeConfig } from './runtime-config';

const configured = (process.env.TARO_APP_SITE_ORIGIN ?? '').replace(/\/+$/, '');

export async function getSiteOrigin(): Promise<string> {
  if (configured !== '') return configured;
  const { gateway } = await getRuntimeConfig();
  return gateway;
}
