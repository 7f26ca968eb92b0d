import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon';
import { Pressable, Text, View } from './primitives';

/** Ways to further screens, side by side: two in a row on a phone, all in one row at a desk. */
export function Tools({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="xf-tools" role="navigation" label={label}>
      {children}
    </View>
  );
}

export interface ToolProps {
  icon: IconName;
  title: string;
  /** What one finds there; shown where there is room. */
  detail: string;
  onPress: () => void;
}

export function Tool({ icon, title, detail, onPress }: ToolProps) {
  return (
    <Pressable className="xf-tool" onPress={onPress}>
      <Icon name={icon} />
      <View className="xf-tool__body">
        <Text className="xf-tool__title">{title}</Text>
        <Text className="xf-tool__detail">{detail}</Text>
      </View>
    </Pressable>
  );
}
