/** 不再邀请 (WK6): one tap, and taken back in 隐私与授权. */
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Stack } from '@/ui/layout';
import { Notice } from '@/ui/states';

export function PauseButtons() {
  const { data } = useProcedure('invitation.getMine', {});
  const pausing = useCommand('invitation.pause', { invalidates: ['invitation.getMine'] });
  const pause = (wish: 'month' | 'always'): void => {
    // What went wrong is shown below.
    pausing.run({ requestId: newRequestId(), pause: wish }).catch(() => undefined);
  };
  const problem = pausing.error === null ? null : messageOf(pausing.error);
  if (data !== undefined && data.pause !== 'none')
    return (
      <Notice tone="info" title={data.pause === 'always' ? '好的，不再邀请您' : '好的，一个月内不再邀请您'}>
        想改，在“我的 › 我的信息 › 隐私与授权”里。
      </Notice>
    );
  return (
    <Stack isTight>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      <Button
        kind="secondary"
        onPress={() => {
          pause('month');
        }}
      >
        这个月不再邀请
      </Button>
      <Button
        kind="text"
        onPress={() => {
          pause('always');
        }}
      >
        不再邀请我
      </Button>
    </Stack>
  );
}
