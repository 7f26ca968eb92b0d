/** The children one acts for, to be ticked: who comes along. */
import { Tick } from '@/ui/tick';

export interface Companion {
  readonly volunteerId: string;
  readonly name: string;
  readonly detail?: string | undefined;
}
export interface CompanionTicksProps {
  readonly children: readonly Companion[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function CompanionTicks({ children, chosen, onChange }: CompanionTicksProps) {
  return (
    <>
      {children.map(({ volunteerId, name, detail }) => (
        <Tick
          key={volunteerId}
          text={`带上${name}`}
          detail={detail}
          isOn={chosen.includes(volunteerId)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, volunteerId] : chosen.filter((id) => id !== volunteerId))
          }
        />
      ))}
    </>
  );
}
