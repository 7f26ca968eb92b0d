/** Asks before a command, and stays open with the reason when it is refused. */
import type { ReactNode } from 'react';

import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { messageOf } from './messages.zh-CN';
import type { Command } from './use-procedure';

interface CommandDialogProps {
  readonly title: string;
  /** on the button that does it, and on the one that does not */
  readonly verb: string;
  readonly keep: string;
  /** said when it is done */
  readonly done: string;
  readonly run: () => Promise<unknown>;
  readonly command: Pick<Command<never>, 'isRunning' | 'error'>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Shown while it is asked: whoever opens it renders it. */
export function CommandDialog(props: CommandDialogProps) {
  const { title, verb, keep, done, run, command, onClose, children } = props;
  const { isRunning, error } = command;
  const press = async (): Promise<void> => {
    try {
      await run();
      showToast(done);
      onClose();
    } catch {
      // `error` says why.
    }
  };
  const actions = (
    <>
      <Button onPress={() => void press()} isLoading={isRunning}>
        {verb}
      </Button>
      <Button kind="secondary" onPress={onClose}>
        {keep}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title={title} onClose={onClose} actions={actions}>
      {children}
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
    </Dialog>
  );
}
