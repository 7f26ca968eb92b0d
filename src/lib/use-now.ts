import { useEffect, useState } from 'react';

import { onServerClockSet, serverNow } from './server-clock';

/**
 * The server's clock (epoch ms), looked at again every `everyMs`, and at once when the first answer shows
 * that this phone's own clock is wrong: a screen must not offer the wrong deed until the next look.
 */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const look = () => setNow(serverNow());
    const timer = setInterval(look, everyMs);
    const stopListening = onServerClockSet(look);
    look();
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [everyMs]);
  return now;
}
