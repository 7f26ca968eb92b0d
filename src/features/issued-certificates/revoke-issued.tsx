import { useState } from 'react';

import { REASON_MAXIMUM_CHARACTERS, type IssuedCertificate } from '@contract/certificate.contract';

import { numberText } from '@/lib/certificate-words';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Text } from '@/ui/primitives';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

const SHORTEST_REASON = 2;

export interface RevokeIssuedProps {
  /** null: nothing is asked */
  readonly certificate: IssuedCertificate | null;
  readonly onClose: () => void;
}

export function RevokeIssued({ certificate, onClose }: RevokeIssuedProps) {
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const revoke = useCommand('certificate.revokeIssued', { invalidates: ['certificate.listIssued'] });
  const run = async (): Promise<void> => {
    const isShort = reason.trim().length < SHORTEST_REASON;
    setMissing(isShort);
    if (isShort || certificate === null) return;
    try {
      await revoke.run({ requestId, certificateId: certificate.certificateId, reason });
      showToast('已撤销');
      onClose();
    } catch {
      // The dialogue shows `revoke.error`.
    }
  };
  return (
    <Dialog
      isOpen={certificate !== null}
      title="撤销这份证明？"
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void run()} isLoading={revoke.isRunning}>
            撤销
          </Button>
          <Button kind="secondary" onPress={onClose}>
            先不撤销
          </Button>
        </>
      }
    >
      <Text>{certificate === null ? '' : `${numberText(certificate)}，${certificate.maskedName}`}</Text>
      <TextAreaField
        label="撤销理由"
        placeholder="例如：经核实，其中一次服务并未到场"
        hint="持有人会看到这条理由，查验页不显示。"
        value={reason}
        maxLength={REASON_MAXIMUM_CHARACTERS}
        error={isMissing ? '请写明理由，至少两个字。' : undefined}
        onChange={setReason}
      />
      {revoke.error === null ? null : (
        <Notice tone="error" title={messageOf(revoke.error).title}>
          {messageOf(revoke.error).nextStep}
        </Notice>
      )}
    </Dialog>
  );
}
