/**
 * The few elements every screen is drawn from, described once for both targets. On H5 they are plain HTML, so
 * a keyboard, a screen reader and a test find real buttons and inputs; in WeChat they are the native
 * components.
 */
import type { CSSProperties, ReactNode } from 'react';

export interface BoxProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
  children?: ReactNode;
  onClick?: (() => void) | undefined;
  /** WAI-ARIA role; only read on H5. */
  role?: string | undefined;
  /** Spoken instead of the content. */
  label?: string | undefined;
  /** `polite` announces a change when the listener is idle, `assertive` at once. */
  live?: 'polite' | 'assertive' | undefined;
  /** Left out of speech: decoration only. */
  decorative?: boolean | undefined;
}

export interface HeadingProps {
  /** 1 is the screen's title. */
  level: 1 | 2 | 3;
  className?: string | undefined;
  id?: string | undefined;
  children: ReactNode;
}

export interface ImageProps {
  src: string;
  /** What the picture shows; empty for decoration. */
  alt: string;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** `cover` fills and crops, `contain` shows the whole picture, `fill` stretches it. */
  fit?: 'cover' | 'contain' | 'fill' | undefined;
}

export interface PressableProps {
  onPress?: (() => void) | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Spoken instead of the content; needed when the content is only an icon. */
  label?: string | undefined;
  /** A switch or a tab that is on. */
  pressed?: boolean | undefined;
  /** The current place in a navigation. */
  current?: boolean | undefined;
  id?: string | undefined;
  children?: ReactNode;
}

export type InputKind = 'text' | 'digits' | 'phone' | 'identity' | 'search';

export interface TextInputProps {
  id?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  kind?: InputKind | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  /** Id of the element that explains or complains. */
  describedBy?: string | undefined;
  className?: string | undefined;
  label?: string | undefined;
  onEnter?: (() => void) | undefined;
}

export interface TextAreaProps extends Omit<TextInputProps, 'kind' | 'onEnter'> {
  rows?: number | undefined;
}

export interface SelectOption {
  value: string;
  text: string;
}

export interface SelectProps {
  id?: string | undefined;
  value: string | undefined;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
  className?: string | undefined;
  label?: string | undefined;
}

export interface DateTimeProps {
  id?: string | undefined;
  /** `YYYY-MM-DD` for a date, `HH:mm` for a time; empty when nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  /** Same form as `value`. */
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
  className?: string | undefined;
  label?: string | undefined;
}
