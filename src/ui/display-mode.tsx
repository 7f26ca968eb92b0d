/** 长辈版: one switch for the whole app, remembered on the device. */
import { createContext, useCallback, useContext, useMemo, useState, type PropsWithChildren } from 'react';

import { deviceStorage } from '../platform/storage';

export type DisplayMode = 'standard' | 'elder';

interface DisplayModeState {
  mode: DisplayMode;
  setMode: (mode: DisplayMode) => void;
}

const storageName = 'displayMode';

const DisplayModeContext = createContext<DisplayModeState>({ mode: 'standard', setMode: () => undefined });

export function DisplayModeProvider({ children }: PropsWithChildren) {
  const [mode, setState] = useState<DisplayMode>(() =>
    deviceStorage.get(storageName) === 'elder' ? 'elder' : 'standard',
  );
  const setMode = useCallback((next: DisplayMode) => {
    deviceStorage.set(storageName, next);
    setState(next);
  }, []);
  const state = useMemo(() => ({ mode, setMode }), [mode, setMode]);
  return <DisplayModeContext.Provider value={state}>{children}</DisplayModeContext.Provider>;
}

export function useDisplayMode(): DisplayModeState {
  return useContext(DisplayModeContext);
}
