/** 撤回: rows that an office takes back. Nothing is deleted: the row stays, with the day. */
import type { CivilDay } from '@domain/time/civil-day';

import { Button } from '@/ui/button';
import { Tag } from '@/ui/layout';
import { View } from '@/ui/primitives';

import { formatDay } from './format';

interface WithdrawMarkProps {
  readonly withdrawnDay: CivilDay | null;
  readonly mayEdit: boolean;
  /** the row in words, for who cannot see which row the button stands in */
  readonly of: string;
  readonly onPress: () => void;
}

/** When it was taken back, or the button to do so. */
export function WithdrawMark({ withdrawnDay, mayEdit, of, onPress }: WithdrawMarkProps) {
  if (withdrawnDay !== null) return <Tag tone="amber">{`${formatDay(withdrawnDay)}撤回`}</Tag>;
  if (!mayEdit) return null;
  return (
    <View className="xf-no-print">
      <Button kind="secondary" size="small" label={`撤回${of}`} onPress={onPress}>
        撤回
      </Button>
    </View>
  );
}
