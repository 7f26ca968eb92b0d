import { useEffect, useRef } from 'react';

/** Runs the callback every `intervalMs` while `isOn`. */
export function useInterval(callback: () => void, intervalMs: number, isOn = true): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => {
      latest.current();
    }, intervalMs);
    return () => {
      clearInterval(timer);
    };
  }, [intervalMs, isOn]);
}
