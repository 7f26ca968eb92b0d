import { useState } from 'react';

import { DECISION_REASON_MAXIMUM, type StandingView } from '@contract/stage.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { STAGE_NAMES } from './stage-words';
import { useCommand } from '@/lib/use-procedure';
import { SelectField, TextAreaField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

type Stage = StandingView['stage'];
const ORDER: readonly Stage[] = ['incubating', 'growing', 'accredited', 'exemplary'];

interface MoveDialogProps {
  readonly projectId: string;
  readonly from: Stage;
  readonly isBack: boolean;
  readonly next: StandingView['next'];
  readonly onClose: () => void;
}

export function MoveDialog({ projectId, from, isBack, next, onClose }: MoveDialogProps) {
  const earlier = ORDER.slice(0, ORDER.indexOf(from));
  const [to, setTo] = useState<Stage>((isBack ? earlier.at(-1) : next?.stage) ?? from);
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  const move = useCommand('stage.moveStage', {
    invalidates: ['stage.getStanding', 'stage.listDecisions', 'project.getProject'],
  });
  const missing = (next?.items ?? []).filter(({ isMet }) => !isMet).length;
  return (
    <CommandDialog
      title={isBack ? '退回到哪个阶段？' : `进入${STAGE_NAMES[to]}？`}
      verb={isBack ? '退回' : '进入'}
      keep="先不动"
      done="已记下决定"
      command={move}
      run={() => move.run({ requestId, projectId, from, to, reason })}
      onClose={onClose}
    >
      {isBack ? (
        <SelectField
          label="退回到"
          value={to}
          options={earlier.map((one) => ({ value: one, text: STAGE_NAMES[one] }))}
          onChange={(value) => setTo(earlier.find((one) => one === value) ?? from)}
        />
      ) : (
        <Paragraph>
          {missing === 0 ? '条件都达到了。' : `还有 ${String(missing)} 项条件没有达到，现在进入要写原因。`}
        </Paragraph>
      )}
      <TextAreaField
        label="原因"
        isOptional={!isBack && missing === 0}
        value={reason}
        rows={2}
        maxLength={DECISION_REASON_MAXIMUM}
        hint="会和决定一起留下，项目队伍看得到。"
        onChange={setReason}
      />
    </CommandDialog>
  );
}
