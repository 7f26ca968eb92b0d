/** Every figure kept of the indicator, with its document; the city's office adds, imports and withdraws. */
import { useState } from 'react';

import type { Peers, PeerView } from '@contract/peer.contract';
import { indicatorOf } from '@domain/statistics/peer';

import { formatDay } from '@/lib/format';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { WithdrawMark } from '@/lib/withdraw-mark';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';

import { ImportSheet } from './import-sheet';
import { PeerForm } from './peer-form';
import { DEFINITION_WORDS, INDICATOR_NAMES, publishedText } from './peer-text';

/** A city's table is read from the top; the rest is a press away. */
const SHOWN_ROWS = 20;

function figureText({ cityName, indicator, definition, value }: PeerView): string {
  const what = `${cityName} ${INDICATOR_NAMES[indicator]} ${publishedText(value, indicator)}`;
  return `${what}（口径：${DEFINITION_WORDS[definition]}）`;
}

function originText({ asOfDay, document }: PeerView): string {
  return `截至 ${formatDay(asOfDay)}，依据 ${document}`;
}

const recordText = (row: PeerView): string => `${figureText(row)}，${originText(row)}`;

interface RecordProps {
  readonly row: PeerView;
  readonly mayEdit: boolean;
  readonly onWithdraw: (row: PeerView) => void;
}

function Record({ row, mayEdit, onWithdraw }: RecordProps) {
  return (
    <View className="peers__record">
      <View className="peers__record-body">
        <Text>{figureText(row)}</Text>
        <Text className="peers__source">{originText(row)}</Text>
      </View>
      <WithdrawMark
        withdrawnDay={row.withdrawnDay}
        mayEdit={mayEdit}
        of={recordText(row)}
        onPress={() => {
          onWithdraw(row);
        }}
      />
    </View>
  );
}

export function PeerRecords({ peers }: { peers: Peers }) {
  const { rows, mayEdit, measure } = peers;
  const [opened, setOpened] = useState<'add' | 'import' | null>(null);
  const [leaving, setLeaving] = useState<PeerView | null>(null);
  const [shown, setShown] = useState(SHOWN_ROWS);
  const close = (): void => {
    setOpened(null);
  };
  const openerOf = (what: 'add' | 'import') => () => {
    setOpened(what);
  };
  return (
    <Section title={`${INDICATOR_NAMES[indicatorOf(measure)]}的全部公布数（${String(rows.length)} 条）`}>
      <Card>
        {mayEdit ? (
          <View className="peers__tools xf-no-print">
            <Button kind="secondary" onPress={openerOf('add')}>
              录入一条
            </Button>
            <Button kind="secondary" onPress={openerOf('import')}>
              导入一张表
            </Button>
          </View>
        ) : null}
        {rows.slice(0, shown).map((row) => (
          <Record key={row.peerId} row={row} mayEdit={mayEdit} onWithdraw={setLeaving} />
        ))}
        {rows.length > shown ? (
          <Button
            kind="secondary"
            onPress={() => {
              setShown(shown + SHOWN_ROWS);
            }}
          >
            看更多
          </Button>
        ) : null}
      </Card>
      <Sheet isOpen={opened === 'add'} title="录入公布数" onClose={close}>
        <PeerForm indicator={indicatorOf(measure)} onDone={close} />
      </Sheet>
      <Sheet isOpen={opened === 'import'} title="导入公布数" onClose={close}>
        <ImportSheet onDone={close} />
      </Sheet>
      <Withdrawal
        key={leaving?.peerId ?? 'none'}
        peer={leaving}
        onClose={() => {
          setLeaving(null);
        }}
      />
    </Section>
  );
}

function Withdrawal({ peer, onClose }: { peer: PeerView | null; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('statistics.withdrawPeer', { invalidates: ['statistics.getPeers'] });
  if (peer === null) return null;
  const { indicator, peerId } = peer;
  return (
    <CommandDialog
      title="撤回这条公布数？"
      done="已撤回"
      verb="撤回"
      keep="先不撤回"
      run={() => command.run({ requestId, indicator, peerId })}
      command={command}
      onClose={onClose}
    >
      <Text>{recordText(peer)}</Text>
      <Text className="peers__source">撤回后不再参加比较，记录保留在这里。</Text>
    </CommandDialog>
  );
}
