/** 换手机号 (MD2): the new number is proved by the phone itself. */
import { useState } from 'react';

import { messageOf } from '@/lib/messages.zh-CN';
import { PHONE_PROBLEM_WORDS } from '@/lib/phone-words';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { PhoneButton, needsTypedNumber, type PhoneCodeResult } from '@/platform/phone';
import { Button, buttonClass } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Text } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export function ChangePhone({ isVerified }: { isVerified: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const changing = useCommand('volunteer.changePhone', {
    invalidates: ['volunteer.getMyData', 'volunteer.getMe'],
  });
  const change = async (phoneCode: string) => {
    const { outcome } = await changing.run({ requestId: newRequestId(), phoneCode });
    showToast(outcome === 'changed' ? '手机号已换好' : '已经是这个手机号');
    setOpen(false);
  };
  const take = (result: PhoneCodeResult) => {
    setProblem(result.ok ? null : PHONE_PROBLEM_WORDS[result.reason]);
    // A refusal is shown below.
    if (result.ok) change(result.code).catch(() => undefined);
  };
  if (!isOpen) {
    return (
      <Button kind="secondary" icon="phone" onPress={() => setOpen(true)}>
        {isVerified ? '换手机号' : '验证或换手机号'}
      </Button>
    );
  }
  const words = changing.error === null ? null : messageOf(changing.error);
  return (
    <Card>
      <Paragraph>换手机、换微信以后，用登记的手机号才能找回记录，所以新号码要验证一次。</Paragraph>
      {needsTypedNumber ? (
        <TextField label="新手机号" kind="phone" maxLength={20} value={typed} onChange={setTyped} />
      ) : null}
      {problem === null ? null : <Notice tone="warning">{problem}</Notice>}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <PhoneButton
        className={buttonClass('primary', 'large')}
        disabled={changing.isRunning}
        typedNumber={typed}
        onResult={take}
      >
        <Text>{changing.isRunning ? '正在更换…' : '验证新手机号'}</Text>
      </PhoneButton>
      <Button kind="secondary" onPress={() => setOpen(false)}>
        先不换
      </Button>
    </Card>
  );
}
