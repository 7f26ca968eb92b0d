import type { PropsWithChildren } from 'react';

import { AppShell } from './features/shell/app-shell';
import { AnswersProvider } from './lib/query-client';
import { skipLanding } from './lib/skip-landing';
import { DisplayModeProvider } from './ui/display-mode';
import './ui/ui.scss';

skipLanding();

export default function App({ children }: PropsWithChildren) {
  return (
    <AnswersProvider>
      <DisplayModeProvider>
        <AppShell>{children}</AppShell>
      </DisplayModeProvider>
    </AnswersProvider>
  );
}
