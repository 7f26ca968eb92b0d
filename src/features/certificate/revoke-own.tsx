import { useState } from 'react';

import type { CertificateSummary } from '@contract/certificate.contract';

import { numberText } from '@/lib/certificate-words';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Text } from '@/ui/primitives';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

export function RevokeOwn({ certificate }: { certificate: CertificateSummary }) {
  const [isOpen, setOpen] = useState(false);
  const [requestId] = useState(newRequestId);
  const revoke = useCommand('certificate.revoke', {
    invalidates: ['certificate.get', 'certificate.listMine'],
  });
  const close = (): void => {
    setOpen(false);
  };
  const run = async (): Promise<void> => {
    try {
      await revoke.run({ requestId, certificateId: certificate.certificateId });
      showToast('已作废');
      close();
    } catch {
      // The dialogue shows `revoke.error`.
    }
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
      <Dialog
        isOpen={isOpen}
        title="作废这份证明？"
        onClose={close}
        actions={
          <>
            <Button onPress={() => void run()} isLoading={revoke.isRunning}>
              作废
            </Button>
            <Button kind="secondary" onPress={close}>
              先不作废
            </Button>
          </>
        }
      >
        <Text>{`编号 ${numberText(certificate)}`}</Text>
        <Text>作废后不能恢复，已打印的纸面也会在查验时显示已作废。服务记录不受影响。</Text>
        {revoke.error === null ? null : (
          <Notice tone="error" title={messageOf(revoke.error).title}>
            {messageOf(revoke.error).nextStep}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
