import { useEffect, useState } from 'react';

import { getRuntimeConfig } from './runtime-config';

const REGISTRY = 'https://beian.miit.gov.cn/';

/** ICP备案号, which a site has to show on its first page; empty until it is known, and where there is none. */
export function useFilingNumber(): string {
  const [filingNumber, setFilingNumber] = useState('');
  useEffect(() => {
    void getRuntimeConfig().then((config) => {
      setFilingNumber(config.filingNumber);
    });
  }, []);
  return filingNumber;
}

/** The registry in which anybody can look the number up. */
export function openFilingRegistry(): void {
  window.open(REGISTRY, '_blank', 'noopener');
}
