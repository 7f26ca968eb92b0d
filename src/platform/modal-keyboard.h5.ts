import { useEffect, useRef } from 'react';

const focusable = 'button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** Keeps Tab inside the dialog, closes it with Escape and gives the focus back afterwards. */
export function useModalKeyboard(dialogId: string, isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    const inside = () => [
      ...(document.getElementById(dialogId)?.querySelectorAll<HTMLElement>(focusable) ?? []),
    ];
    inside()[0]?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab') return;
      const elements = inside();
      const edge = event.shiftKey ? elements[0] : elements.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? elements.at(-1) : elements[0])?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [dialogId, isOpen]);
}
