/** A pasted table: first a preview that says of each row what will happen, then all of it or nothing. */
import { useState } from 'react';

import { IMPORT_MAXIMUM_CHARACTERS, type PeerPreview } from '@contract/peer.contract';
import { IMPORT_MAXIMUM_ROWS, PEER_COLUMNS } from '@domain/statistics/peer-table';

import { formatDay } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Tag, type TagTone } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { INDICATOR_NAMES, publishedText } from './peer-text';

type PreviewRow = PeerPreview['rows'][number];
const STATES: Readonly<Record<PreviewRow['state'], { readonly text: string; readonly tone: TagTone }>> = {
  new: { text: '新增', tone: 'green' },
  known: { text: '已有', tone: 'plain' },
  refused: { text: '有错', tone: 'red' },
};

function Row({ row, number }: { row: PreviewRow; number: number }) {
  const { figure, refusal, state } = row;
  const words = refusal === null ? null : messageOfCode(refusal.code, refusal.params);
  return (
    <View className="peers__preview">
      <Tag tone={STATES[state].tone}>{`第 ${String(number)} 行 ${STATES[state].text}`}</Tag>
      {figure === null ? null : (
        <Text>
          {`${figure.cityName} ${INDICATOR_NAMES[figure.indicator]} ${publishedText(
            figure.value,
            figure.indicator,
          )}，截至 ${formatDay(figure.asOfDay)}`}
        </Text>
      )}
      {words === null ? null : <Text className="peers__wrong">{`${words.title}。${words.nextStep}`}</Text>}
    </View>
  );
}

export function ImportSheet({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('');
  const [requestId, setRequestId] = useState(newRequestId);
  const [preview, setPreview] = useState<PeerPreview | null>(null);
  const look = useCommand('statistics.getPeersPreview');
  const bring = useCommand('statistics.importPeers', { invalidates: ['statistics.getPeers'] });
  const error = bring.error ?? look.error;
  const change = (next: string): void => {
    setText(next);
    setRequestId(newRequestId());
    setPreview(null);
    look.reset();
    bring.reset();
  };
  const tell = async (): Promise<void> => {
    const found = await look.run({ text }).catch(() => null);
    setPreview(found);
  };
  const run = async (): Promise<void> => {
    const done = await bring.run({ requestId, text }).catch(() => null);
    if (done === null) return;
    showToast(`新增 ${String(done.addedCount)} 条，已有 ${String(done.knownCount)} 条`);
    onDone();
  };
  const isFit = preview !== null && preview.rows.every(({ state }) => state !== 'refused');
  return (
    <View className="peers__form">
      <TextAreaField
        label="从表格软件复制，粘贴到这里"
        hint={`第一行是列名：${PEER_COLUMNS.join('、')}。最多 ${String(IMPORT_MAXIMUM_ROWS)} 行。`}
        rows={6}
        maxLength={IMPORT_MAXIMUM_CHARACTERS}
        value={text}
        onChange={change}
      />
      {error === null ? null : (
        <Notice tone="error" title={messageOf(error).title}>
          {messageOf(error).nextStep}
        </Notice>
      )}
      {preview === null ? null : (
        <View className="peers__previews">
          {preview.rows.map((row, index) => (
            <Row key={index} row={row} number={index + 1} />
          ))}
          {isFit ? null : <Notice tone="warning">有错的行改好之前，一行也不会写入。</Notice>}
        </View>
      )}
      <Button
        kind={isFit ? 'secondary' : 'primary'}
        onPress={() => void tell()}
        isLoading={look.isRunning}
        disabled={text.trim() === ''}
      >
        预览
      </Button>
      {isFit ? (
        <Button onPress={() => void run()} isLoading={bring.isRunning}>
          {`导入 ${String(preview.rows.filter(({ state }) => state === 'new').length)} 条新的`}
        </Button>
      ) : null}
    </View>
  );
}
