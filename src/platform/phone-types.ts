import type { ReactNode } from 'react';

/** The code proves to the server, once and within five minutes, which number this person has. */
export type PhoneCodeResult =
  | { ok: true; code: string }
  | { ok: false; reason: 'refused' | 'unavailable' | 'invalidNumber' | 'unreachable' };

export interface PhoneButtonProps {
  className?: string;
  disabled?: boolean;
  /** The number typed beside the button; only read where `needsTypedNumber`. */
  typedNumber: string;
  onResult: (result: PhoneCodeResult) => void;
  children: ReactNode;
}
