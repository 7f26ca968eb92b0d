/** 新建、修改站点 (SN1): where it is, and who answers for it. */
import { useState } from 'react';

import { STATION_ADDRESS_MAXIMUM, STATION_NAME_MAXIMUM, type StationView } from '@contract/station.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { DivisionSelect } from '@/lib/division-select';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { readLocation } from '@/platform/location';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';

interface StationDialogProps {
  readonly countyCode: string;
  /** null: a new one */
  readonly station: StationView | null;
  readonly onClose: () => void;
}
const LONGEST_NUMBER = 20;

export function StationDialog({ countyCode, station, onClose }: StationDialogProps) {
  const [requestId] = useState(newRequestId);
  const [townshipCode, setTownship] = useState('');
  const [communityCode, setCommunity] = useState('');
  const [name, setName] = useState(station?.name ?? '');
  const [address, setAddress] = useState(station?.address ?? '');
  const [position, setPosition] = useState(station?.position ?? null);
  const [number, setNumber] = useState(station?.managerNumber ?? '');
  const invalidates = ['station.listStations'] as const;
  const making = useCommand('station.create', { invalidates });
  const changing = useCommand('station.change', { invalidates });
  const fields = { name, address, position, managerNumber: number.trim() === '' ? null : number };
  const divisionCode = [communityCode, townshipCode, countyCode].find((code) => code !== '') ?? countyCode;
  return (
    <CommandDialog
      title={station === null ? '新建站点' : '修改站点'}
      verb={station === null ? '新建' : '改好了'}
      keep="先不办"
      done={station === null ? '已新建' : '已改'}
      command={station === null ? making : changing}
      run={() =>
        station === null
          ? making.run({ requestId, divisionCode, ...fields })
          : changing.run({ requestId, stationId: station.stationId, ...fields })
      }
      onClose={onClose}
    >
      {station === null ? (
        <>
          <DivisionSelect
            label="乡镇（街道）"
            isOptional
            parentCode={countyCode}
            value={townshipCode}
            onChange={(code) => {
              setTownship(code);
              setCommunity('');
            }}
          />
          {townshipCode === '' ? null : (
            <DivisionSelect
              key={townshipCode}
              label="村（社区）"
              isOptional
              parentCode={townshipCode}
              value={communityCode}
              onChange={setCommunity}
            />
          )}
        </>
      ) : null}
      <TextField
        label="名称"
        hint="选到县是中心，到乡镇是所，到村（社区）是站。"
        value={name}
        maxLength={STATION_NAME_MAXIMUM}
        onChange={setName}
      />
      <TextField label="地址" value={address} maxLength={STATION_ADDRESS_MAXIMUM} onChange={setAddress} />
      <Here isKnown={position !== null} onRead={setPosition} />
      <TextField
        label="负责人的志愿者编号"
        isOptional
        value={number}
        maxLength={LONGEST_NUMBER}
        onChange={setNumber}
      />
    </CommandDialog>
  );
}

interface HereProps {
  readonly isKnown: boolean;
  readonly onRead: (position: { latitude: number; longitude: number }) => void;
}
/** Who stands there says where it is. */
function Here({ isKnown, onRead }: HereProps) {
  const read = async (): Promise<void> => {
    const reading = await readLocation();
    if (!reading.ok) {
      showToast('没有读到位置，可以先不填');
      return;
    }
    onRead({ latitude: reading.latitude, longitude: reading.longitude });
  };
  return (
    <Button kind="secondary" onPress={() => void read()}>
      {isKnown ? '已定位，重新用我现在的位置' : '用我现在的位置定位'}
    </Button>
  );
}
