/** 批量办理 (CS9): what can be done with the rows that are chosen; each asks first, with the effect. */
import { useState } from 'react';

import { BATCH_MAXIMUM } from '@contract/batch.contract';
import { Button } from '@/ui/button';
import { Text, View } from '@/ui/primitives';

import { BatchDialog } from './batch-dialog';
import type { BatchBarProps, BatchChoice } from './batch-types';
import { formatCount } from './format';

export function BatchBar(props: BatchBarProps) {
  const { choices, keys, onChange } = props;
  const [asked, setAsked] = useState<BatchChoice | null>(null);
  if (keys.length === 0) return null;
  const isTooMany = keys.length > BATCH_MAXIMUM;
  return (
    <>
      <View className="xf-batch" role="region" label="批量办理">
        <Text live="polite">{`已选 ${formatCount(keys.length)} 项`}</Text>
        {isTooMany ? <Text>{`一次最多 ${formatCount(BATCH_MAXIMUM)} 项，请少选一些`}</Text> : null}
        {choices.map((choice) => (
          <Button
            key={choice.deed}
            kind="secondary"
            size="small"
            disabled={isTooMany}
            onPress={() => setAsked(choice)}
          >
            {`批量${choice.verb}`}
          </Button>
        ))}
        <Button kind="text" size="small" onPress={() => onChange([])}>
          取消选择
        </Button>
      </View>
      {asked === null ? null : (
        <BatchDialog
          {...props}
          choice={asked}
          onClose={(isDone) => {
            setAsked(null);
            if (isDone) onChange([]);
          }}
        />
      )}
    </>
  );
}
