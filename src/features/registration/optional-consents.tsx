/** Chosen or not, each by itself, off at first (CO1); a position is asked for when it is first needed. */
import type { OptionalConsent } from '@domain/volunteer/consent';
import { CONSENT_WORDS } from '@/lib/consent-words';
import { Tick } from '@/ui/tick';

const ASKED: readonly OptionalConsent[] = ['publicity', 'sync'];

interface OptionalConsentsProps {
  readonly chosen: readonly OptionalConsent[];
  readonly onChange: (chosen: readonly OptionalConsent[]) => void;
}

export function OptionalConsents({ chosen, onChange }: OptionalConsentsProps) {
  return (
    <>
      {ASKED.map((kind) => (
        <Tick
          key={kind}
          text={`${CONSENT_WORDS[kind].title}（可选）`}
          detail={CONSENT_WORDS[kind].text}
          isOn={chosen.includes(kind)}
          onChange={(isOn) => onChange(isOn ? [...chosen, kind] : chosen.filter((one) => one !== kind))}
        />
      ))}
    </>
  );
}
