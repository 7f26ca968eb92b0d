/** 佐证和经过 of one 补录. */
import type { SupplementDetail } from '@contract/supplement.contract';
import { Answer } from '@/lib/answer';
import { formatInstant } from '@/lib/format';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { openFile } from '@/platform/open-file';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Image } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';

import { STATE_WORDS } from './supplement-words';
import './supplement.scss';

export function DetailSheet({ supplementId, onClose }: { supplementId: string; onClose: () => void }) {
  const detail = useProcedure('supplement.get', { supplementId });
  return (
    <Sheet isOpen title="佐证和经过" onClose={onClose}>
      <Answer of={detail}>
        {(data) => (
          <>
            <Evidence evidence={data.evidence} />
            <Steps steps={data.steps} />
          </>
        )}
      </Answer>
    </Sheet>
  );
}

function Evidence({ evidence }: Pick<SupplementDetail, 'evidence'>) {
  return (
    <>
      {evidence.map(({ kind, url }, index) =>
        kind === 'picture' ? (
          <Image
            key={url}
            className="supplement-evidence"
            src={url}
            alt={`佐证照片 ${String(index + 1)}`}
            fit="contain"
          />
        ) : (
          <Button
            key={url}
            kind="secondary"
            onPress={() => void openFile(url, `佐证${String(index + 1)}.pdf`)}
          >
            {`打开佐证 ${String(index + 1)}（PDF）`}
          </Button>
        ),
      )}
      {evidence.length === 0 ? <Paragraph isSoft>没有佐证文件。</Paragraph> : null}
    </>
  );
}

function Steps({ steps }: Pick<SupplementDetail, 'steps'>) {
  const now = useNow(60_000);
  return (
    <List>
      {steps.map(({ seq, to, at, byName, reason }) => (
        <ListRow
          key={String(seq)}
          title={to === 'toCheck' ? '录入' : to === 'toConfirm' ? '核对通过' : STATE_WORDS[to].text}
          detail={[
            `${formatInstant(at, now)}${byName === '' ? '' : `，${byName}`}`,
            ...(reason === null ? [] : [reason]),
          ]}
        />
      ))}
    </List>
  );
}
