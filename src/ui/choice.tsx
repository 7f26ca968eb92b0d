import { Pressable, Text, View } from './primitives';

export interface SegmentedProps<Value extends string> {
  /** Spoken name of the whole choice. */
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
}

/** Two to four ways of seeing the same thing. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <View className="xf-segmented" role="group" label={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`xf-segmented__item ${option.value === value ? 'xf-segmented__item--on' : ''}`}
          pressed={option.value === value}
          onPress={() => {
            onChange(option.value);
          }}
        >
          {option.text}
        </Pressable>
      ))}
    </View>
  );
}

export interface StepperProps {
  /** Spoken name, e.g. 招募人数. */
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

/** A whole number that is easier to nudge than to type. */
export function Stepper({ label, value, min, max, step = 1, onChange }: StepperProps) {
  const to = (next: number) => () => {
    onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <View className="xf-stepper" role="group" label={label}>
      <Pressable
        className="xf-stepper__button"
        label={`减少${label}`}
        disabled={value <= min}
        onPress={to(value - step)}
      >
        −
      </Pressable>
      <Text className="xf-stepper__value" live="polite">
        {value}
      </Text>
      <Pressable
        className="xf-stepper__button"
        label={`增加${label}`}
        disabled={value >= max}
        onPress={to(value + step)}
      >
        +
      </Pressable>
    </View>
  );
}
