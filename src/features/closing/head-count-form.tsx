import { useState } from 'react';

import type { ClosingView } from '@contract/closing.contract';
import { HEAD_COUNT_MAXIMUM, judgeHeadCount } from '@domain/attendance/closing';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { differenceText, toleranceText } from './closing-words';
import { headCountOf } from './head-count-of';

/** The same judgement as the server's, so nobody is surprised by a review. */
export function HeadCountForm({ closing }: { closing: ClosingView }) {
  const { recordedCount, tolerancePercent } = closing;
  const [typed, setTyped] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [hasTried, setTried] = useState(false);
  const headCount = headCountOf(typed);
  const verdict =
    headCount === null ? null : judgeHeadCount({ expectedCount: headCount, recordedCount, tolerancePercent });
  return (
    <Card>
      <Paragraph>
        请把到过现场服务的人点清楚，提前走的也算；您自己签到服务的，也算一个。收队后签到码停用，不能再签到。
      </Paragraph>
      <TextField
        label="点到的人数"
        kind="digits"
        value={typed}
        maxLength={4}
        hint={headCount === null ? undefined : toleranceText(headCount, tolerancePercent)}
        error={
          hasTried && headCount === null ? `请填 0 到 ${String(HEAD_COUNT_MAXIMUM)} 的整数。` : undefined
        }
        onChange={setTyped}
      />
      {verdict === 'review' && headCount !== null ? (
        <Notice tone="warning" title={differenceText(headCount, recordedCount)}>
          现在收队会进入复核，时长先不计入。请先再点一遍；少了人，用下面的办法补上。
        </Notice>
      ) : null}
      {verdict === 'closed' && headCount !== null ? (
        <Notice tone="success">{`${differenceText(headCount, recordedCount)}，可以收队。`}</Notice>
      ) : null}
      <Button
        size="large"
        onPress={() => {
          setTried(true);
          setAsking(headCount !== null);
        }}
      >
        收队
      </Button>
      {isAsking && headCount !== null ? (
        <CloseDialog
          closing={closing}
          headCount={headCount}
          isDiffering={verdict === 'review'}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Card>
  );
}

interface CloseDialogProps {
  readonly closing: ClosingView;
  readonly headCount: number;
  readonly isDiffering: boolean;
  readonly onClose: () => void;
}

function CloseDialog({ closing, headCount, isDiffering, onClose }: CloseDialogProps) {
  const { shiftId, presentCount, recordedCount } = closing;
  const [requestId] = useState(newRequestId);
  const close = useCommand('attendance.closeShift', {
    invalidates: ['attendance.getClosing', 'attendance.listShiftPeople', 'activity.getShift'],
  });
  return (
    <CommandDialog
      title={`点到 ${String(headCount)} 人，收队？`}
      verb="确认收队"
      keep="再点一遍"
      done="已收队"
      command={close}
      run={() => close.run({ requestId, shiftId, headCount })}
      onClose={onClose}
    >
      <Paragraph>
        {`${differenceText(headCount, recordedCount)}。${isDiffering ? '收队后进入复核，时长先不计入。' : ''}`}
      </Paragraph>
      <Paragraph>签到码随即停用，人数提交后自己不能再改。</Paragraph>
      {presentCount === 0 ? null : (
        <Paragraph>
          {`还有 ${String(presentCount)} 人没有签退：他们可以用定位签退，或由您扫证签退。`}
        </Paragraph>
      )}
    </CommandDialog>
  );
}
