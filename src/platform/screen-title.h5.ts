import { useEffect } from 'react';

/** Names the window after the screen. */
export function useScreenTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Screen draws its own header here. */
export const hasNativeHeader: boolean = false;
