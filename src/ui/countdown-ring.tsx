import { useDisplayMode } from './display-mode';
import { Text, View } from './primitives';

export interface CountdownRingProps {
  /** What is left, 0 to 1. */
  share: number;
  /** In the middle, e.g. `12`. */
  value: string;
  /** Below it, e.g. 秒后更换. */
  label: string;
  /** In the standard mode; larger with large type. */
  sizePx?: number;
}

/** Time running out, as a ring and in words. */
export function CountdownRing({ share, value, label, sizePx = 96 }: CountdownRingProps) {
  const { mode } = useDisplayMode();
  const side = `${Math.round(sizePx * (mode === 'elder' ? 1.7 : 1))}px`;
  const angle = `${(Math.min(1, Math.max(0, share)) * 360).toFixed(1)}deg`;
  return (
    <View
      className="xf-ring"
      role="timer"
      label={`${value} ${label}`}
      style={{
        width: side,
        height: side,
        background: `conic-gradient(var(--xf-red) ${angle}, var(--xf-sunken) ${angle})`,
      }}
    >
      <View className="xf-ring__hole">
        <Text className="xf-ring__value">{value}</Text>
        <Text className="xf-ring__label">{label}</Text>
      </View>
    </View>
  );
}
