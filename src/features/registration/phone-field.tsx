/** 手机号: typed, or taken from WeChat with the person's consent. */
import { useState } from 'react';

import { PHONE_PROBLEM_WORDS } from '@/lib/phone-words';
import { PhoneButton, needsTypedNumber, type PhoneCodeResult } from '@/platform/phone';
import { buttonClass } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Text } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export interface PhoneFieldProps {
  readonly phoneNumber: string;
  readonly phoneCode: string;
  readonly onChange: (phone: { phoneNumber: string; phoneCode: string }) => void;
  readonly error: string | undefined;
}

export function PhoneField({ phoneNumber, phoneCode, onChange, error }: PhoneFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = (result: PhoneCodeResult) => {
    setProblem(result.ok ? null : PHONE_PROBLEM_WORDS[result.reason]);
    if (result.ok) onChange({ phoneNumber, phoneCode: result.code });
  };
  if (phoneCode !== '') {
    return (
      <Notice
        tone="success"
        title="手机号已由微信验证"
        next={{ text: '换一个手机号', onPress: () => onChange({ phoneNumber: '', phoneCode: '' }) }}
      >
        提交后即可使用。
      </Notice>
    );
  }
  return (
    <>
      <TextField
        label="手机号"
        kind="phone"
        hint="用于活动通知；将来换了手机，也用它找回记录。"
        maxLength={20}
        value={phoneNumber}
        onChange={(text) => onChange({ phoneNumber: text, phoneCode: '' })}
        error={error}
      />
      {needsTypedNumber ? null : (
        <PhoneButton className={buttonClass('secondary')} typedNumber={phoneNumber} onResult={take}>
          用微信绑定的手机号
        </PhoneButton>
      )}
      {problem === null ? null : <Text className="xf-field__error">{problem}</Text>}
    </>
  );
}
