/**
 * One published figure: the server reads the cells as it reads a table's; a refusal stands beside its
 * field.
 */
import { useState } from 'react';

import type { InputOf } from '@contract/procedures';
import { PEER_DEFINITIONS, PEER_INDICATORS, type PeerIndicator } from '@domain/statistics/peer';
import type { PeerColumn } from '@domain/statistics/peer-table';
import { civilDayOf } from '@domain/time/civil-day';

import { toApiError, type ApiCode } from '@/lib/api-error';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { DateField, SelectField, TextField } from '@/ui/field';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { DEFINITION_WORDS, INDICATOR_NAMES } from './peer-text';

type Cells = InputOf<'statistics.addPeer'>['cells'];

const FIELD_OF: Partial<Record<ApiCode, PeerColumn>> = {
  'peer.cityMissing': '城市',
  'peer.indicatorUnknown': '指标',
  'peer.definitionUnknown': '口径',
  'peer.valueInvalid': '数值',
  'peer.percentTooHigh': '数值',
  'peer.dayInvalid': '截至日',
  'peer.dayInFuture': '截至日',
  'peer.documentMissing': '依据',
  'peer.duplicate': '依据',
};

function definitionOptions(indicator: PeerIndicator) {
  return PEER_DEFINITIONS.filter(
    (one) => one === 'unstated' || one === 'other' || one === indicator || one.startsWith(`${indicator}.`),
  ).map((one) => ({ value: DEFINITION_WORDS[one], text: DEFINITION_WORDS[one] }));
}

function usePeerForm(indicator: PeerIndicator, onDone: () => void) {
  const [cells, setCells] = useState<Cells>({ 指标: INDICATOR_NAMES[indicator], 口径: '未注明' });
  const [requestId, setRequestId] = useState(newRequestId);
  const [problem, setProblem] = useState<{ column: PeerColumn; text: string } | null>(null);
  const add = useCommand('statistics.addPeer', { invalidates: ['statistics.getPeers'] });
  const change = (part: Cells): void => {
    setRequestId(newRequestId());
    setProblem(null);
    setCells((before) => ({ ...before, ...part }));
  };
  const submit = async (): Promise<void> => {
    try {
      await add.run({ requestId, cells });
      showToast('已录入');
      onDone();
    } catch (error) {
      const { code, params } = toApiError(error);
      const column = FIELD_OF[code];
      const { title, nextStep } = messageOfCode(code, params);
      setProblem(column === undefined ? null : { column, text: `${title}。${nextStep}` });
    }
  };
  return { cells, change, problem, add, submit };
}

export function PeerForm({ indicator, onDone }: { indicator: PeerIndicator; onDone: () => void }) {
  const { cells, change, problem, add, submit } = usePeerForm(indicator, onDone);
  const errorOf = (column: PeerColumn): string | undefined =>
    problem?.column === column ? problem.text : undefined;
  const fieldOf = (column: PeerColumn) => ({
    value: cells[column] ?? '',
    error: errorOf(column),
    onChange: (text: string) => {
      change({ [column]: text });
    },
  });
  const chosen = PEER_INDICATORS.find((one) => INDICATOR_NAMES[one] === cells['指标']) ?? indicator;
  return (
    <View className="peers__form">
      <TextField label="城市" placeholder="例如 雅安市" maxLength={30} {...fieldOf('城市')} />
      <SelectField
        label="指标"
        options={PEER_INDICATORS.map((one) => ({ value: INDICATOR_NAMES[one], text: INDICATOR_NAMES[one] }))}
        {...fieldOf('指标')}
        onChange={(text) => {
          change({ 指标: text, 口径: '未注明' });
        }}
      />
      <SelectField
        label="公布时注明的口径"
        hint="没有注明口径的数会列出来，但不排名"
        options={definitionOptions(chosen)}
        {...fieldOf('口径')}
      />
      <TextField
        label="数值"
        placeholder="例如 56.08%、23.34万、超过23.0%"
        hint="照公布的写，不要自己换算"
        maxLength={40}
        {...fieldOf('数值')}
      />
      <DateField label="截至日" max={civilDayOf(serverNow())} {...fieldOf('截至日')} />
      <TextField label="依据" placeholder="文件、公报或报道的名称" maxLength={80} {...fieldOf('依据')} />
      {add.error === null || problem !== null ? null : (
        <Notice tone="error" title={messageOf(add.error).title}>
          {messageOf(add.error).nextStep}
        </Notice>
      )}
      <Button onPress={() => void submit()} isLoading={add.isRunning}>
        保存
      </Button>
    </View>
  );
}
