/** A deed that may want a reason; the server says when one is missing. */
import { useState, type ReactNode } from 'react';

import { SUPPLEMENT_TEXT_MAXIMUM } from '@contract/supplement-fields';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import type { Command } from '@/lib/use-procedure';
import { TextAreaField } from '@/ui/field';

interface ReasonDialogProps {
  readonly title: string;
  readonly verb: string;
  readonly done: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly run: (requestId: string, reason: string) => Promise<unknown>;
  readonly command: Pick<Command<never>, 'isRunning' | 'error'>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Shown while it is asked: whoever opens it renders it. The request keeps its id while it is open. */
export function ReasonDialog({
  label,
  hint,
  isOptional = false,
  run,
  children,
  ...dialog
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  return (
    <CommandDialog {...dialog} keep="先不办" run={() => run(requestId, reason)}>
      {children}
      <TextAreaField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        isOptional={isOptional}
        value={reason}
        maxLength={SUPPLEMENT_TEXT_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
