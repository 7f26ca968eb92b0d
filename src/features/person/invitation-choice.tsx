/** 活动邀请 (WK6): whether one wants to be asked, changed by one tap. */
import { civilDayOf } from '@domain/time/civil-day';
import { formatDay } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export function InvitationChoice() {
  const { data } = useProcedure('invitation.getMine', {});
  const pausing = useCommand('invitation.pause', { invalidates: ['invitation.getMine'] });
  if (data === undefined) return null;
  const isAsked = data.pause === 'none';
  const change = (): void => {
    // What went wrong is shown below.
    pausing.run({ requestId: newRequestId(), pause: isAsked ? 'always' : 'none' }).catch(() => undefined);
  };
  const problem = pausing.error === null ? null : messageOf(pausing.error);
  return (
    <Card>
      <Row isSpread>
        <Heading level={2}>活动邀请</Heading>
        <Tag tone={isAsked ? 'green' : 'plain'}>{isAsked ? '可以邀请' : '不邀请'}</Tag>
      </Row>
      <Paragraph>
        很久没来服务时，所在县的办公室可以邀请您，附上最多三个合适的场次，一个月最多一次。来不来由您决定。
      </Paragraph>
      {data.pausedUntil === null ? null : (
        <Paragraph isSoft>{`到 ${formatDay(civilDayOf(data.pausedUntil))} 为止不邀请。`}</Paragraph>
      )}
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      <Button kind="secondary" isLoading={pausing.isRunning} onPress={change}>
        {isAsked ? '不再邀请我' : '恢复邀请'}
      </Button>
    </Card>
  );
}
