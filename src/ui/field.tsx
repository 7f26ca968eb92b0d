/** A question with its label, help and complaint around the input. */
import { useId, type ReactNode } from 'react';

import { Icon } from './icon';
import {
  DateInput,
  Select,
  Text,
  TextArea,
  TextInput,
  TimeInput,
  View,
  type InputKind,
  type SelectOption,
} from './primitives';

export interface InputState {
  id: string;
  className: string;
  invalid: boolean;
  describedBy: string | undefined;
  label: string;
}

export interface FieldFrame {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
  isOptional?: boolean;
}

/** The frame alone, for inputs of another kind: spread the given state onto the input. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  render,
}: FieldFrame & { render: (state: InputState) => ReactNode }) {
  const id = useId();
  const helpId = `${id}-help`;
  const invalid = error !== undefined && error !== '';
  const state: InputState = {
    id,
    invalid,
    label: isOptional ? `${label}（选填）` : label,
    describedBy: invalid || hint ? helpId : undefined,
    className: `xf-input ${invalid ? 'xf-input--invalid' : ''}`,
  };
  return (
    <View className="xf-field">
      <View className="xf-field__label">
        <Text>{label}</Text>
        {isOptional ? <Text className="xf-field__optional">选填</Text> : null}
      </View>
      {render(state)}
      {invalid ? (
        <View id={helpId} className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{error}</Text>
        </View>
      ) : hint ? (
        <View id={helpId} className="xf-field__hint">
          {hint}
        </View>
      ) : null}
    </View>
  );
}

interface ValueProps {
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
}

export interface TextFieldProps extends FieldFrame, ValueProps {
  kind?: InputKind;
  placeholder?: string;
  maxLength?: number;
  onEnter?: () => void;
}

export function TextField({ label, hint, error, isOptional, ...input }: TextFieldProps) {
  const frame = { label, hint, error, isOptional: isOptional ?? false };
  return <Field {...frame} render={(state) => <TextInput {...input} {...state} />} />;
}

export interface TextAreaFieldProps extends FieldFrame, ValueProps {
  placeholder?: string;
  maxLength?: number;
  rows?: number;
}

export function TextAreaField({ label, hint, error, isOptional, ...input }: TextAreaFieldProps) {
  const frame = { label, hint, error, isOptional: isOptional ?? false };
  return <Field {...frame} render={(state) => <TextArea {...input} {...state} />} />;
}

export interface SelectFieldProps extends FieldFrame {
  value: string | undefined;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
}

export function SelectField({ label, hint, error, isOptional, ...input }: SelectFieldProps) {
  const frame = { label, hint, error, isOptional: isOptional ?? false };
  return <Field {...frame} render={(state) => <Select {...input} {...state} />} />;
}

export interface DateTimeFieldProps extends FieldFrame, ValueProps {
  min?: string;
  max?: string;
}

/** `YYYY-MM-DD`. */
export function DateField({ label, hint, error, isOptional, ...input }: DateTimeFieldProps) {
  const frame = { label, hint, error, isOptional: isOptional ?? false };
  return <Field {...frame} render={(state) => <DateInput {...input} {...state} />} />;
}

/** `HH:mm`. */
export function TimeField({ label, hint, error, isOptional, ...input }: DateTimeFieldProps) {
  const frame = { label, hint, error, isOptional: isOptional ?? false };
  return <Field {...frame} render={(state) => <TimeInput {...input} {...state} />} />;
}
