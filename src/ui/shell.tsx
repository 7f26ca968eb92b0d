/** What surrounds every screen: the app fills it once, Screen draws it. */
import { createContext, useContext, type ReactNode } from 'react';

import type { PagePath } from '../platform/pages';
import type { IconName } from './icon';

export interface NavigationItem {
  path: PagePath;
  text: string;
  icon: IconName;
  /** Only in the navigation of a wide window, under this heading. */
  group?: string;
}

export interface Shell {
  /** The name above the navigation of a wide window. */
  brand: string;
  items: readonly NavigationItem[];
  /** A line above every screen, e.g. that the data are only for demonstration. */
  banner?: ReactNode;
}

const ShellContext = createContext<Shell>({ brand: '', items: [] });

export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  return useContext(ShellContext);
}
