import { Pressable, View } from './primitives';
import './chips.scss';

export interface ChipsProps<Value extends string> {
  /** Spoken name of the whole choice. */
  label: string;
  options: readonly { value: Value; text: string }[];
  chosen: readonly Value[];
  /** No more can be chosen; absent: as many as one likes. */
  maximum?: number;
  onChange: (chosen: Value[]) => void;
}

/** Any number of short words, each chosen or not by a tap. */
export function Chips<Value extends string>({
  label,
  options,
  chosen,
  maximum,
  onChange,
}: ChipsProps<Value>) {
  const isFull = maximum !== undefined && chosen.length >= maximum;
  return (
    <View className="xf-chips" role="group" label={label}>
      {options.map(({ value, text }) => {
        const isOn = chosen.includes(value);
        return (
          <Pressable
            key={value}
            className={`xf-chip ${isOn ? 'xf-chip--on' : ''}`}
            pressed={isOn}
            disabled={isFull && !isOn}
            onPress={() => onChange(isOn ? chosen.filter((one) => one !== value) : [...chosen, value])}
          >
            {text}
          </Pressable>
        );
      })}
    </View>
  );
}
