/** What a person decides on an import: write it, give it up, take it back. */
import { useState } from 'react';

import type { ImportDetail } from '@contract/import.contract';

import { CommandDialog } from '@/lib/command-dialog';
import { formatCount } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Row } from '@/ui/layout';
import { Text } from '@/ui/primitives';

const CHANGED = { invalidates: ['import.getImport', 'import.listImports'] } as const;
const REASON_CHARACTERS = 100;
const FEWEST_CHARACTERS = 2;

interface DeedProps {
  readonly view: ImportDetail;
}

export function ConfirmButton({ view, onColumns }: DeedProps & { onColumns: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const [requestId] = useState(newRequestId);
  const command = useCommand('import.confirmImport', CHANGED);
  const { importId, rowKind, divisionName, counts } = view;
  const count = counts.newCount + counts.completedCount;
  const close = (): void => {
    setAsked(false);
  };
  return (
    <Row>
      <Button
        disabled={count === 0}
        onPress={() => {
          setAsked(true);
        }}
      >
        {`写入 ${formatCount(count)} 行`}
      </Button>
      <Button kind="secondary" onPress={onColumns}>
        改列的选择
      </Button>
      <CancelButton view={view} />
      {isAsked ? (
        <CommandDialog
          title={`写入 ${formatCount(count)} 行？`}
          verb="写入"
          keep="先不写入"
          done="开始写入"
          run={() => command.run({ importId, requestId })}
          command={command}
          onClose={close}
        >
          <Text>
            {rowKind === 'roster'
              ? `新登记 ${formatCount(counts.newCount)} 人到${divisionName}，统计数字随后更新。30 天内可以撤回。`
              : '这些服务记录随后计入本人的时长和统计，标明“导入”，本人可以否认。30 天内可以撤回。'}
          </Text>
        </CommandDialog>
      ) : null}
    </Row>
  );
}

export function CancelButton({ view }: DeedProps) {
  const [isAsked, setAsked] = useState(false);
  const [requestId] = useState(newRequestId);
  const command = useCommand('import.cancelImport', CHANGED);
  return (
    <>
      <Button
        kind="text"
        onPress={() => {
          setAsked(true);
        }}
      >
        放弃这次导入
      </Button>
      {isAsked ? (
        <CommandDialog
          title="放弃这次导入？"
          verb="放弃"
          keep="继续导入"
          done="已放弃"
          run={() => command.run({ importId: view.importId, requestId })}
          command={command}
          onClose={() => {
            setAsked(false);
          }}
        >
          <Text>什么也不会写入，传上来的内容会删除。</Text>
        </CommandDialog>
      ) : null}
    </>
  );
}

export function UndoButton({ view }: DeedProps) {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const [requestId] = useState(newRequestId);
  const command = useCommand('import.undoImport', CHANGED);
  const run = (): Promise<unknown> => {
    const isGiven = reason.trim().length >= FEWEST_CHARACTERS;
    setShort(!isGiven);
    const input = { importId: view.importId, requestId, reason };
    return isGiven ? command.run(input) : Promise.reject(new Error('a reason is needed'));
  };
  return (
    <>
      <Button
        kind="secondary"
        onPress={() => {
          setAsked(true);
        }}
      >
        撤回这次导入
      </Button>
      {isAsked ? (
        <CommandDialog
          title="撤回这次导入？"
          verb="撤回"
          keep="先不撤回"
          done="开始撤回"
          run={run}
          command={command}
          onClose={() => {
            setAsked(false);
          }}
        >
          <Text>
            {view.rowKind === 'roster'
              ? '这次新登记、还没有认领的人会移出，统计数字随后更新；已经认领的人保留。'
              : '这次写入的服务记录全部作废，不再计入，本人会看到原因；改好的文件可以再导入。'}
          </Text>
          <TextField
            label="原因"
            maxLength={REASON_CHARACTERS}
            value={reason}
            error={isShort ? '请写至少两个字。' : undefined}
            onChange={setReason}
          />
        </CommandDialog>
      ) : null}
    </>
  );
}
