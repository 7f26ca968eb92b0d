/** 休息、用餐、路途 of a shift (AT11): up to four times that are no service. */
import { MAXIMUM_BREAKS } from '@domain/attendance/attendance-rules';

import { Button } from '@/ui/button';
import { TimeField } from '@/ui/field';
import { Text, View } from '@/ui/primitives';

import type { BreakDraft, ShiftDraft } from './activity-draft';

const NOON: BreakDraft = { startTime: '12:00', endTime: '13:00' };

interface BreakFieldsProps {
  readonly shift: ShiftDraft;
  readonly isLocked: boolean;
  readonly onChange: (next: ShiftDraft) => void;
}

export function BreakFields({ shift, isLocked, onChange }: BreakFieldsProps) {
  const set = (breaks: readonly BreakDraft[]): void => {
    onChange({ ...shift, breaks });
  };
  const change = (index: number, part: Partial<BreakDraft>): void => {
    set(shift.breaks.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <>
      {shift.breaks.map(({ startTime, endTime }, index) => (
        <View key={String(index)} className="editor__three">
          <TimeField
            label={`第 ${String(index + 1)} 段休息开始`}
            value={startTime}
            disabled={isLocked}
            onChange={(time) => {
              change(index, { startTime: time });
            }}
          />
          <TimeField
            label={`第 ${String(index + 1)} 段休息结束`}
            value={endTime}
            disabled={isLocked}
            onChange={(time) => {
              change(index, { endTime: time });
            }}
          />
          <Button
            kind="text"
            size="small"
            label={`删去第 ${String(index + 1)} 段休息`}
            disabled={isLocked}
            onPress={() => {
              set(shift.breaks.filter((_one, at) => at !== index));
            }}
          >
            删去
          </Button>
        </View>
      ))}
      <View className="xf-row">
        <Button
          kind="text"
          size="small"
          disabled={isLocked || shift.breaks.length >= MAXIMUM_BREAKS}
          onPress={() => {
            set([...shift.breaks, NOON]);
          }}
        >
          加一段休息
        </Button>
        <Text className="xf-text--soft xf-text--small">休息、用餐、路途不计时长</Text>
      </View>
    </>
  );
}
