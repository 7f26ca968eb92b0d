/** WeChat's native components: see primitive-props. */
import {
  Button,
  Image as NativeImage,
  Input,
  Picker,
  Text as NativeText,
  Textarea,
  View as NativeView,
} from '@tarojs/components';

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

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** WeChat's components take a missing property, not an undefined one. */
function parseDefined<T extends object>(props: T): Defined<T> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Defined<T>;
}

export function View(props: BoxProps) {
  const { id, className, style, label, onClick } = props;
  return (
    <NativeView {...parseDefined({ id, className, style, onClick, ariaLabel: label })}>
      {props.children}
    </NativeView>
  );
}

export function Text(props: BoxProps) {
  const { id, className, style, label, onClick } = props;
  return (
    <NativeText {...parseDefined({ id, className, style, onClick, ariaLabel: label })}>
      {props.children}
    </NativeText>
  );
}

export function Heading({ className, id, children }: HeadingProps) {
  return <NativeView {...parseDefined({ id, className })}>{children}</NativeView>;
}

const IMAGE_MODES = { cover: 'aspectFill', contain: 'aspectFit', fill: 'scaleToFill' } as const;

export function Image({ src, alt, className, style, fit }: ImageProps) {
  const mode = IMAGE_MODES[fit ?? 'cover'];
  return (
    <NativeImage src={src} mode={mode} {...parseDefined({ className, style, ariaLabel: alt })} lazyLoad />
  );
}

export function Pressable(props: PressableProps) {
  const { id, style, label, disabled } = props;
  const state = props.current || props.pressed ? 'xf-press--on' : '';
  return (
    <Button
      {...parseDefined({ id, style, disabled, ariaLabel: label, onClick: props.onPress })}
      className={`xf-press ${state} ${props.className ?? ''}`}
      hoverClass="xf-press--hover"
    >
      {props.children}
    </Button>
  );
}

const inputTypes: Record<InputKind, 'text' | 'number' | 'idcard'> = {
  text: 'text',
  digits: 'number',
  phone: 'number',
  identity: 'idcard',
  search: 'text',
};

export function TextInput(props: TextInputProps) {
  const { id, placeholder, disabled, className, label, onEnter } = props;
  return (
    <Input
      {...parseDefined({ id, placeholder, disabled, className, ariaLabel: label })}
      value={props.value}
      type={inputTypes[props.kind ?? 'text']}
      maxlength={props.maxLength ?? -1}
      onInput={(event) => {
        props.onChange(event.detail.value);
      }}
      onConfirm={() => onEnter?.()}
    />
  );
}

export function TextArea(props: TextAreaProps) {
  const { id, placeholder, disabled, className, label } = props;
  return (
    <Textarea
      {...parseDefined({ id, placeholder, disabled, className, ariaLabel: label })}
      value={props.value}
      maxlength={props.maxLength ?? -1}
      onInput={(event) => {
        props.onChange(event.detail.value);
      }}
    />
  );
}

function PickerFace(props: { text: string; empty: boolean; className?: string | undefined }) {
  const empty = props.empty ? 'xf-input--empty' : '';
  return <NativeView className={`${props.className ?? ''} ${empty}`}>{props.text}</NativeView>;
}

export function Select(props: SelectProps) {
  const index = props.options.findIndex((option) => option.value === props.value);
  const chosen = props.options[index];
  return (
    <Picker
      mode="selector"
      range={props.options.map((option) => option.text)}
      value={Math.max(index, 0)}
      disabled={props.disabled ?? false}
      onChange={(event) => {
        const option = props.options[Number(event.detail.value)];
        if (option) props.onChange(option.value);
      }}
    >
      <PickerFace
        className={props.className}
        text={chosen?.text ?? props.placeholder ?? '请选择'}
        empty={chosen === undefined}
      />
    </Picker>
  );
}

export function DateInput(props: DateTimeProps) {
  const { min, max, disabled } = props;
  return (
    <Picker
      mode="date"
      value={props.value}
      {...parseDefined({ start: min, end: max, disabled })}
      onChange={(event) => {
        props.onChange(event.detail.value);
      }}
    >
      <PickerFace className={props.className} text={props.value || '请选择日期'} empty={props.value === ''} />
    </Picker>
  );
}

export function TimeInput(props: DateTimeProps) {
  const { min, max, disabled } = props;
  return (
    <Picker
      mode="time"
      value={props.value}
      {...parseDefined({ start: min, end: max, disabled })}
      onChange={(event) => {
        props.onChange(event.detail.value);
      }}
    >
      <PickerFace className={props.className} text={props.value || '请选择时间'} empty={props.value === ''} />
    </Picker>
  );
}
