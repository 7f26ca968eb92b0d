import { useState } from 'react';

import { STATION_REASON_MAXIMUM, type StationView } from '@contract/station.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { TextField } from '@/ui/field';

export function CloseStation({ station, onClose }: { station: StationView; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const command = useCommand('station.close', { invalidates: ['station.listStations'] });
  return (
    <CommandDialog
      title={`停用 ${station.name}？`}
      verb="停用"
      keep="先不办"
      done="已停用"
      command={command}
      run={() => command.run({ requestId, stationId: station.stationId, reason })}
      onClose={onClose}
    >
      <TextField label="理由" value={reason} maxLength={STATION_REASON_MAXIMUM} onChange={setReason} />
    </CommandDialog>
  );
}
