/** Asked before the first position is read (CO3): what for, and that there are other ways. */
import { CONSENT_VERSIONS } from '@contract/consent.contract';
import { CONSENT_WORDS } from '@/lib/consent-words';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

interface LocationConsentProps {
  readonly verb: string;
  readonly onAgreed: () => void;
  readonly onDeclined: () => void;
}

export function LocationConsent({ verb, onAgreed, onDeclined }: LocationConsentProps) {
  const { text, without } = CONSENT_WORDS.location;
  const agreeing = useCommand('volunteer.changeConsent', {
    invalidates: ['volunteer.getMe', 'volunteer.listConsents'],
  });
  const agree = async () => {
    const wish = { kind: 'location', isGiven: true, version: CONSENT_VERSIONS.location } as const;
    await agreeing.run({ requestId: newRequestId(), childId: null, ...wish });
    onAgreed();
  };
  const words = agreeing.error === null ? null : messageOf(agreeing.error);
  return (
    <Card>
      <Heading level={2}>同意用一次您的位置吗？</Heading>
      <Paragraph>{text}</Paragraph>
      <Paragraph isSoft isSmall>
        {`${without}只问这一次，随时可以在“我的－我的信息－隐私与授权”里撤回。`}
      </Paragraph>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button
        size="large"
        icon="place"
        isLoading={agreeing.isRunning}
        onPress={() => {
          // What went wrong is shown above.
          agree().catch(() => undefined);
        }}
      >
        {`同意，用定位${verb}`}
      </Button>
      <Button kind="secondary" onPress={onDeclined}>
        不用定位
      </Button>
    </Card>
  );
}
