import type { CertificateCandidate } from '@contract/certificate.contract';

import { formatDay, formatMinutes } from '@/lib/format';
import { Button } from '@/ui/button';
import { View } from '@/ui/primitives';
import { Tick } from '@/ui/tick';

export interface RecordTicksProps {
  readonly records: readonly CertificateCandidate[];
  readonly leftOut: readonly string[];
  readonly onChange: (leftOut: readonly string[]) => void;
}

/** All are on at first: taking a few off is less work than putting many on. */
export function RecordTicks({ records, leftOut, onChange }: RecordTicksProps) {
  const isNone = records.every(({ shiftId }) => leftOut.includes(shiftId));
  return (
    <View>
      {records.length < 2 ? null : (
        <Button
          kind="text"
          onPress={() => {
            onChange(isNone ? [] : records.map(({ shiftId }) => shiftId));
          }}
        >
          {isNone ? '全部选上' : '全部不选'}
        </Button>
      )}
      <View className="xf-certificate-records">
        {records.map(({ shiftId, title, day, minutes }) => (
          <Tick
            key={shiftId}
            text={title}
            detail={formatDay(day)}
            value={formatMinutes(minutes)}
            isOn={!leftOut.includes(shiftId)}
            onChange={(isOn) => {
              onChange(isOn ? leftOut.filter((one) => one !== shiftId) : [...leftOut, shiftId]);
            }}
          />
        ))}
      </View>
    </View>
  );
}
