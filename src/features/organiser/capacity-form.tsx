/** 改名额: what is added goes to the line first. */
import { useState } from 'react';

import { SHIFT_LIMITS } from '@domain/activity/shift';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

export function CapacityForm({ shiftId, capacity }: { shiftId: string; capacity: number }) {
  const [seats, setSeats] = useState(String(capacity));
  const [wasTried, setTried] = useState(false);
  const changing = useCommand('activity.changeCapacity', {
    invalidates: ['activity.getShift', 'activity.getActivity', 'attendance.listEnrolments'],
  });
  const isValid =
    /^\d{1,4}$/.test(seats) && Number(seats) >= 1 && Number(seats) <= SHIFT_LIMITS.maximumCapacity;
  const words = changing.error === null ? null : messageOf(changing.error);
  const send = () => {
    setTried(true);
    if (!isValid) return;
    // The refusal is shown below.
    changing.run({ requestId: newRequestId(), shiftId, capacity: Number(seats) }).catch(() => undefined);
  };
  return (
    <Section title="改名额">
      <Card>
        <TextField
          label="名额"
          kind="digits"
          hint="增加的名额按先后自动给候补的人。"
          value={seats}
          onChange={(text) => setSeats(text.normalize('NFKC').replace(/\D/g, '').slice(0, 4))}
          error={
            wasTried && !isValid ? `请填 1 到 ${String(SHIFT_LIMITS.maximumCapacity)} 的整数。` : undefined
          }
        />
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
        <Button kind="secondary" isLoading={changing.isRunning} onPress={send}>
          保存名额
        </Button>
      </Card>
    </Section>
  );
}
