/** Which county (or township, community) of the official list. */
import { SelectField } from '@/ui/field';

import { useProcedure } from './use-procedure';

interface DivisionSelectProps {
  readonly label: string;
  /** null: the counties */
  readonly parentCode: string | null;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** first of all, e.g. the whole city */
  readonly first?: { readonly value: string; readonly text: string } | undefined;
  readonly isOptional?: boolean;
}

export function DivisionSelect({
  label,
  parentCode,
  value,
  onChange,
  first,
  isOptional,
}: DivisionSelectProps) {
  const answer = useProcedure('geography.listDivisions', { parentCode }, { isKept: true });
  const divisions = answer.data?.divisions ?? [];
  const options = divisions.map(({ divisionCode, name }) => ({ value: divisionCode, text: name }));
  return (
    <SelectField
      label={label}
      isOptional={isOptional ?? false}
      value={value === '' ? undefined : value}
      placeholder={answer.isLoading ? '正在加载…' : '请选择'}
      options={first === undefined ? options : [first, ...options]}
      onChange={onChange}
    />
  );
}
