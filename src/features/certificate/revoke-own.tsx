import { useState } from 'react';

import type { CertificateSummary } from '@contract/certificate.contract';

import { numberText } from '@/lib/certificate-words';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Text } from '@/ui/primitives';

export function RevokeOwn({ certificate }: { certificate: CertificateSummary }) {
  const [isOpen, setOpen] = useState(false);
  const [requestId] = useState(newRequestId);
  const revoke = useCommand('certificate.revoke', {
    invalidates: ['certificate.get', 'certificate.listMine'],
  });
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="secondary"
        onPress={() => {
          setOpen(true);
        }}
      >
        作废这份证明
      </Button>
      {isOpen ? (
        <CommandDialog
          title="作废这份证明？"
          verb="作废"
          keep="先不作废"
          done="已作废"
          run={() => revoke.run({ requestId, certificateId: certificate.certificateId })}
          command={revoke}
          onClose={close}
        >
          <Text>{`编号 ${numberText(certificate)}`}</Text>
          <Text>作废后不能恢复，已打印的纸面也会在查验时显示已作废。服务记录不受影响。</Text>
        </CommandDialog>
      ) : null}
    </>
  );
}
