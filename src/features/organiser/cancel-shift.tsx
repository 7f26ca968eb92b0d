/** 取消场次: with a reason that everybody enrolled or waiting reads. */
import { useState } from 'react';

import { cancelShift } from '@contract/activity.contract';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

export function CancelShift({ shiftId }: { shiftId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const cancelling = useCommand('activity.cancelShift', {
    invalidates: ['activity.getShift', 'activity.getActivity', 'activity.listUpcomingActivities'],
  });
  const isValid = cancelShift.input.shape.reason.safeParse(reason).success;
  const words = cancelling.error === null ? null : messageOf(cancelling.error);
  const send = async () => {
    setTried(true);
    if (!isValid) return;
    await cancelling.run({ requestId: newRequestId(), shiftId, reason });
    setAsking(false);
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        取消这个场次
      </Button>
      <Dialog
        isOpen={isAsking}
        title="取消这个场次？"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              isLoading={cancelling.isRunning}
              onPress={() => {
                // The refusal is shown in the dialog.
                send().catch(() => undefined);
              }}
            >
              取消场次
            </Button>
            <Button kind="secondary" onPress={() => setAsking(false)}>
              照常进行
            </Button>
          </>
        }
      >
        <Paragraph>取消后不能恢复。已报名和候补的人会在首页和场次页面看到下面的原因。</Paragraph>
        <TextField
          label="取消的原因"
          maxLength={60}
          placeholder="例如：暴雨橙色预警"
          value={reason}
          onChange={setReason}
          error={wasTried && !isValid ? '请写 2 到 60 个字的原因。' : undefined}
        />
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
