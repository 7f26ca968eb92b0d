import { Icon } from './icon';
import { Pressable, Text, View } from './primitives';

export interface TickProps {
  /** What is chosen; also what is spoken. */
  text: string;
  detail?: string | undefined;
  /** At the right: a number. */
  value?: string | undefined;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** One thing to choose or not, as wide as its surroundings. */
export function Tick({ text, detail, value, isOn, onChange }: TickProps) {
  return (
    <Pressable
      className="xf-tick"
      label={[text, detail, value].filter((part) => part !== undefined).join('，')}
      pressed={isOn}
      onPress={() => {
        onChange(!isOn);
      }}
    >
      <View className={`xf-tick__box ${isOn ? 'xf-tick__box--on' : ''}`}>
        {isOn ? <Icon name="done" /> : null}
      </View>
      <View className="xf-tick__words">
        <Text>{text}</Text>
        {detail === undefined ? null : <Text className="xf-text--small xf-text--soft">{detail}</Text>}
      </View>
      {value === undefined ? null : <Text className="xf-tick__value">{value}</Text>}
    </Pressable>
  );
}
