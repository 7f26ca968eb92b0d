/** 认领: this id number is registered already, and here is the way on: prove the phone number on record. */
import { useState } from 'react';

import type { ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { PHONE_PROBLEM_WORDS } from '@/lib/phone-words';
import { PhoneButton, needsTypedNumber, type PhoneCodeResult } from '@/platform/phone';
import { Button, buttonClass } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Heading, Text } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export interface ClaimPanelProps {
  readonly name: string;
  readonly phoneNumber: string;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly onProved: (phoneCode: string) => void;
  readonly onBack: () => void;
}

export function ClaimPanel({ name, phoneNumber, isRunning, error, onProved, onBack }: ClaimPanelProps) {
  const [typed, setTyped] = useState(phoneNumber);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (result: PhoneCodeResult) => {
    setProblem(result.ok ? null : PHONE_PROBLEM_WORDS[result.reason]);
    if (result.ok) onProved(result.code);
  };
  const words = error === null ? null : messageOf(error);
  return (
    <Card>
      <Heading level={2} className="xf-section__title">
        这个身份证号已经注册过了
      </Heading>
      <Paragraph>
        {`${name}，您以前可能在现场或用别的手机注册过。用登记时的手机号验证，就能找回原来的编号、记录和服务时长。`}
      </Paragraph>
      {needsTypedNumber ? (
        <TextField label="登记时的手机号" kind="phone" maxLength={20} value={typed} onChange={setTyped} />
      ) : null}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      {problem === null ? null : <Notice tone="warning">{problem}</Notice>}
      <PhoneButton
        className={buttonClass('primary', 'large')}
        disabled={isRunning}
        typedNumber={typed}
        onResult={take}
      >
        <Text>{isRunning ? '正在找回…' : '验证手机号并找回'}</Text>
      </PhoneButton>
      <Button kind="secondary" onPress={onBack}>
        身份证号填错了，返回修改
      </Button>
    </Card>
  );
}
