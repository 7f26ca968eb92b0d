/**
 * Stands for @tarojs/taro in component tests: a page stack that remembers where it was sent, and hooks that
 * run on mount. `phone` lets a test play the person.
 */
import { useEffect, useRef } from 'react';

interface Visit {
  how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack' | 'toast';
  url: string;
}

const shown = new Set<() => void>();

interface Phone {
  path: string;
  params: Record<string, string>;
  visits: Visit[];
  show: () => void;
  reset: () => void;
}

export const phone: Phone = {
  path: '/pages/home/index',
  params: {},
  visits: [],
  /** As if the page came to the front again. */
  show: () => {
    for (const callback of shown) callback();
  },
  reset: () => {
    phone.path = '/pages/home/index';
    phone.params = {};
    phone.visits = [];
  },
};

function go(how: Visit['how']) {
  return ({ url = '', title = '' }: { url?: string; title?: string } = {}) => {
    phone.visits.push({ how, url: url || title });
    return Promise.resolve();
  };
}

const Taro = {
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  switchTab: go('switchTab'),
  reLaunch: go('reLaunch'),
  navigateBack: go('navigateBack'),
  showToast: go('toast'),
  getCurrentPages: () => [{}],
};

export default Taro;

export function useRouter() {
  return { path: phone.path, params: phone.params };
}

export function useDidShow(callback: () => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    const call = () => {
      latest.current();
    };
    shown.add(call);
    call();
    return () => {
      shown.delete(call);
    };
  }, []);
}

export function useDidHide(_callback: () => void): void {
  // Nothing covers a page in a test.
}

export function useShareAppMessage(): void {
  // Nobody shares in a test.
}
