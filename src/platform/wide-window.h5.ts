import { useEffect, useSyncExternalStore } from 'react';

/** As in the styles: from here on a window is a console. */
const wide = '(min-width: 960px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
}
const isWideNow = () => window.matchMedia(wide).matches;

/** Whether there is room for a table. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(subscribe, isWideNow, isWideNow);
}

/** Written into something, a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
}

/** `/` goes to the first field of the screen, as long as a table is shown. */
export function useFilterKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      const fields = document.querySelectorAll<HTMLElement>(
        '.xf-main input[type="text"], .xf-main select, .xf-main .xf-segmented button',
      );
      const shown = [...fields].find((field) => field.offsetParent !== null);
      if (shown === undefined) return;
      event.preventDefault();
      shown.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
