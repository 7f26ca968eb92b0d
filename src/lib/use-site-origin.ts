/** The start of every address a QR holds; null until it is known. */
import { useEffect, useState } from 'react';

import { getSiteOrigin } from '@/platform/site-origin';

export function useSiteOrigin(): string | null {
  const [origin, setOrigin] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void getSiteOrigin().then((found) => {
      if (isCurrent) setOrigin(found);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return origin;
}
