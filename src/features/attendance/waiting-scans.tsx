/** 已保存的签到: scans that this phone holds until there is a network, in sight wherever one checks in. */
import { Fragment } from 'react';

import { formatClock } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { DEED_WORDS } from '@/lib/presence-words';
import { replayOutbox } from '@/lib/replay-outbox';
import { checkInRoute } from '@/lib/routes';
import { useOutbox } from '@/lib/use-outbox';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Text } from '@/ui/primitives';

import { waitingScansIn, type WaitingScan } from './waiting-entry';

export function WaitingScans() {
  const scans = waitingScansIn(useOutbox());
  if (scans.length === 0) return null;
  return (
    <Section title="还没上传的签到">
      <Card>
        {scans.map((scan) => (
          <Fragment key={scan.entry.requestId}>
            <Text>{textOf(scan)}</Text>
            {isOutNext(scan, scans) ? (
              <Button
                kind="secondary"
                onPress={() => openRoute(checkInRoute(scan.shiftId, { isLeaving: true }))}
              >
                去签退
              </Button>
            ) : null}
          </Fragment>
        ))}
        <Button kind="text" onPress={() => void replayOutbox()}>
          现在上传
        </Button>
      </Card>
    </Section>
  );
}

function textOf({ deed, scannedAt }: WaitingScan): string {
  const at = scannedAt === null ? '' : `${formatClock(scannedAt)} 的`;
  return `${at}${DEED_WORDS[deed].verb}已保存，联网后自动上传`;
}

/** The check-in lies here, and no check-out beside it. */
function isOutNext({ deed, shiftId }: WaitingScan, scans: readonly WaitingScan[]): boolean {
  const hasOut = scans.some((other) => other.shiftId === shiftId && other.deed === 'checkOut');
  return deed === 'checkIn' && !hasOut;
}
