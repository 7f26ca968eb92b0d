/** 认定 and its withdrawal, by an office. */
import { useState } from 'react';

import {
  ACCREDITATION_DOCUMENT_MAXIMUM,
  DECISION_REASON_MAXIMUM,
  type StandingView,
} from '@contract/stage.contract';
import { addDays, civilDayOf, isCivilDay, parseCivilDay } from '@domain/time/civil-day';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { LEVEL_NAMES } from './stage-words';
import { useCommand } from '@/lib/use-procedure';
import { DateField, SelectField, TextAreaField, TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

/** what accreditations change on screens */
const CHANGED = [
  'stage.getStanding',
  'stage.listDecisions',
  'project.getProject',
  'project.listBrandProjects',
] as const;
/** the usual validity */
const THREE_YEARS = 3 * 365;

interface AccreditDialogProps {
  readonly projectId: string;
  readonly levels: StandingView['levels'];
  readonly onClose: () => void;
}

export function AccreditDialog({ projectId, levels, onClose }: AccreditDialogProps) {
  const today = civilDayOf(serverNow());
  const [level, setLevel] = useState(levels[0] ?? 'county');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(addDays(today, THREE_YEARS));
  const [requestId] = useState(newRequestId);
  const accredit = useCommand('stage.accredit', { invalidates: CHANGED });
  const dayOf = (text: string) => (isCivilDay(text) ? parseCivilDay(text) : today);
  const input = { requestId, projectId, level, document, validFromDay: dayOf(from), validToDay: dayOf(to) };
  return (
    <CommandDialog
      title="登记品牌认定"
      verb="认定"
      keep="先不办"
      done="已认定"
      command={accredit}
      run={() => accredit.run(input)}
      onClose={onClose}
    >
      <SelectField
        label="级别"
        value={level}
        options={levels.map((one) => ({ value: one, text: LEVEL_NAMES[one] }))}
        onChange={(value) => setLevel(levels.find((one) => one === value) ?? level)}
      />
      <TextField
        label="文号"
        value={document}
        maxLength={ACCREDITATION_DOCUMENT_MAXIMUM}
        placeholder="例如：阿文明办〔2026〕8号"
        onChange={setDocument}
      />
      <DateField label="有效期从" value={from} onChange={setFrom} />
      <DateField label="到" value={to} onChange={setTo} />
    </CommandDialog>
  );
}

export function WithdrawDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  const withdraw = useCommand('stage.withdrawAccreditation', { invalidates: CHANGED });
  return (
    <CommandDialog
      title="撤销认定？"
      verb="撤销认定"
      keep="不撤销"
      done="已撤销"
      command={withdraw}
      run={() => withdraw.run({ requestId, projectId, reason })}
      onClose={onClose}
    >
      <Paragraph>自今天起不再是品牌项目，从公开名单里拿掉；以前的数字不变。</Paragraph>
      <TextAreaField
        label="为什么撤销"
        value={reason}
        rows={2}
        maxLength={DECISION_REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
