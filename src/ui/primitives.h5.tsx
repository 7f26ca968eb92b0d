/** Plain HTML elements: see primitive-props. */
import type { KeyboardEvent } from 'react';

import type {
  BoxProps,
  DateTimeProps,
  HeadingProps,
  ImageProps,
  InputKind,
  PressableProps,
  SelectProps,
  TextAreaProps,
  TextInputProps,
} from './primitive-props';

export type * from './primitive-props';

export function View(props: BoxProps) {
  return (
    <div
      id={props.id}
      className={props.className}
      style={props.style}
      role={props.role}
      aria-label={props.label}
      aria-live={props.live}
      aria-hidden={props.decorative}
      onClick={props.onClick}
    >
      {props.children}
    </div>
  );
}

export function Text(props: BoxProps) {
  return (
    <span
      id={props.id}
      className={props.className}
      style={props.style}
      role={props.role}
      aria-label={props.label}
      aria-live={props.live}
      aria-hidden={props.decorative}
      onClick={props.onClick}
    >
      {props.children}
    </span>
  );
}

export function Heading({ level, className, id, children }: HeadingProps) {
  const Tag = level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3';
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  );
}

export function Image({ src, alt, className, style, fit }: ImageProps) {
  return (
    <img
      src={src}
      alt={alt}
      className={className}
      style={{ objectFit: fit ?? 'cover', ...style }}
      loading="lazy"
    />
  );
}

export function Pressable(props: PressableProps) {
  return (
    <button
      type="button"
      id={props.id}
      className={`xf-press ${props.className ?? ''}`}
      style={props.style}
      disabled={props.disabled}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-current={props.current ? 'page' : undefined}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

const inputModes: Record<InputKind, 'text' | 'numeric' | 'tel' | 'search'> = {
  text: 'text',
  digits: 'numeric',
  phone: 'tel',
  identity: 'text',
  search: 'search',
};

export function TextInput(props: TextInputProps) {
  const { onEnter } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
  };
  return (
    <input
      id={props.id}
      className={props.className}
      type="text"
      inputMode={inputModes[props.kind ?? 'text']}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    />
  );
}

export function TextArea(props: TextAreaProps) {
  return (
    <textarea
      id={props.id}
      className={props.className}
      value={props.value}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      disabled={props.disabled}
      rows={props.rows ?? 4}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    />
  );
}

export function Select(props: SelectProps) {
  return (
    <select
      id={props.id}
      className={props.className}
      value={props.value ?? ''}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    >
      <option value="" disabled>
        {props.placeholder ?? '请选择'}
      </option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function DateTimeInput(props: DateTimeProps & { type: 'date' | 'time' }) {
  return (
    <input
      id={props.id}
      type={props.type}
      className={props.className}
      value={props.value}
      min={props.min}
      max={props.max}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    />
  );
}

export function DateInput(props: DateTimeProps) {
  return <DateTimeInput {...props} type="date" />;
}

export function TimeInput(props: DateTimeProps) {
  return <DateTimeInput {...props} type="time" />;
}
