import type { ComputerView } from '@contract/console.contract';

type Computer = Pick<ComputerView, 'browser' | 'system'>;

const BROWSER_WORDS: Readonly<Record<Computer['browser'], string>> = {
  edge: 'Edge 浏览器',
  chrome: 'Chrome 浏览器',
  firefox: '火狐浏览器',
  safari: 'Safari 浏览器',
  other: '其他浏览器',
};
const SYSTEM_WORDS: Readonly<Record<Computer['system'], string>> = {
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  other: '其他系统',
};

export function computerWords({ browser, system }: Computer): string {
  return `${SYSTEM_WORDS[system]} · ${BROWSER_WORDS[browser]}`;
}
