/** What the catalogues of refusals are made of. */
import type { ApiParams } from './api-error';

export interface Message {
  readonly title: string;
  readonly nextStep: string;
}
export type Words = (params: ApiParams) => Message;

export const say =
  (title: string, nextStep: string): Words =>
  () => ({ title, nextStep });

export function numberOf(params: ApiParams, name: string): number | null {
  const value = params[name];
  return typeof value === 'number' ? value : null;
}
