import { Button } from '@tarojs/components';

import { mintLocalPhoneCode } from './local-phone-code';
import type { PhoneButtonProps, PhoneCodeResult } from './phone-types';

export type * from './phone-types';

const isLocal = Boolean(process.env.TARO_APP_GATEWAY);

/** In WeChat the number comes with the person's consent; only a build for a local cloud has it typed. */
export const needsTypedNumber: boolean = isLocal;

function parseConsent(detail: unknown): PhoneCodeResult {
  const { code, errno } = (detail ?? {}) as { code?: unknown; errno?: unknown };
  if (typeof code === 'string' && code !== '') return { ok: true, code };
  // 1400001: the app's quota is used up, which WeChat does not tell the person.
  return { ok: false, reason: errno === 1_400_001 ? 'unavailable' : 'refused' };
}

export function PhoneButton({ className, disabled, typedNumber, onResult, children }: PhoneButtonProps) {
  if (isLocal) {
    const onClick = () => {
      void mintLocalPhoneCode(typedNumber).then(onResult);
    };
    return (
      <Button className={`xf-press ${className ?? ''}`} disabled={disabled ?? false} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Button
      className={`xf-press ${className ?? ''}`}
      disabled={disabled ?? false}
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => {
        onResult(parseConsent(event.detail));
      }}
    >
      {children}
    </Button>
  );
}
