import { mintLocalPhoneCode } from './local-phone-code';
import type { PhoneButtonProps } from './phone-types';

export type * from './phone-types';

/** True: the person types the number, and the button asks for its code. */
export const needsTypedNumber: boolean = true;

export function PhoneButton({ className, disabled, typedNumber, onResult, children }: PhoneButtonProps) {
  const onClick = () => {
    void mintLocalPhoneCode(typedNumber).then(onResult);
  };
  return (
    <button type="button" className={`xf-press ${className ?? ''}`} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}
