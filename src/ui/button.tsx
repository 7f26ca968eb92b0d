import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon';
import { Pressable, Text, View } from './primitives';

export interface ButtonProps {
  /** A verb: 去签到, 我要报名. */
  children: ReactNode;
  onPress: () => void;
  /** One `primary` per screen. */
  kind?: 'primary' | 'secondary' | 'text';
  size?: 'normal' | 'large' | 'small';
  icon?: IconName;
  /** Busy: shows a turning ring and takes no further press. */
  isLoading?: boolean;
  disabled?: boolean;
  label?: string;
}

/** The classes of a button, for the few elements that are buttons by other means. */
export function buttonClass(
  kind: 'primary' | 'secondary' | 'text',
  size: 'normal' | 'large' | 'small' = 'normal',
) {
  return `xf-button xf-button--${kind} ${size === 'normal' ? '' : `xf-button--${size}`}`;
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', size = 'normal', icon, isLoading = false, disabled = false } = props;
  const state = `${disabled ? 'xf-button--off' : ''} ${isLoading ? 'xf-button--busy' : ''}`;
  return (
    <Pressable
      className={`${buttonClass(kind, size)} ${state}`}
      // A busy button stays focusable, so that a screen reader is not thrown off it.
      disabled={disabled}
      label={props.label}
      onPress={() => {
        if (!isLoading) props.onPress();
      }}
    >
      {isLoading ? <View className="xf-spinner" decorative /> : icon ? <Icon name={icon} /> : null}
      <Text>{props.children}</Text>
    </Pressable>
  );
}
