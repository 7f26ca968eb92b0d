/** 撤回: rows that an office takes back. Nothing is deleted: the row stays, with the day. */
import type { ReactNode } from 'react';

import type { CivilDay } from '@domain/time/civil-day';

import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import type { ApiError } from './api-error';
import { formatDay } from './format';
import { messageOf } from './messages.zh-CN';

interface WithdrawMarkProps {
  readonly withdrawnDay: CivilDay | null;
  readonly mayEdit: boolean;
  /** the row in words, for who cannot see which row the button stands in */
  readonly of: string;
  readonly onPress: () => void;
}

/** When it was taken back, or the button to do so. */
export function WithdrawMark({ withdrawnDay, mayEdit, of, onPress }: WithdrawMarkProps) {
  if (withdrawnDay !== null) return <Tag tone="amber">{`${formatDay(withdrawnDay)}撤回`}</Tag>;
  if (!mayEdit) return null;
  return (
    <View className="xf-no-print">
      <Button kind="secondary" size="small" label={`撤回${of}`} onPress={onPress}>
        撤回
      </Button>
    </View>
  );
}

interface WithdrawDialogProps {
  readonly title: string;
  /** said when it is done */
  readonly done: string;
  readonly withdraw: () => Promise<unknown>;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function WithdrawDialog(props: WithdrawDialogProps) {
  const { title, done, withdraw, isRunning, error, onClose, children } = props;
  const run = async (): Promise<void> => {
    try {
      await withdraw();
      showToast(done);
      onClose();
    } catch {
      // `error` says why.
    }
  };
  const actions = (
    <>
      <Button onPress={() => void run()} isLoading={isRunning}>
        撤回
      </Button>
      <Button kind="secondary" onPress={onClose}>
        先不撤回
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
