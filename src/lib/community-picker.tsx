/** 所在村（社区）: county, then township, then community, each from the official list. */
import { divisionCodeField } from '@contract/fields';
import { SelectField } from '@/ui/field';
import { Notice } from '@/ui/states';

import { messageOf } from './messages.zh-CN';
import { useProcedure } from './use-procedure';

interface Codes {
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly communityCode: string;
}
export interface CommunityPickerProps extends Codes {
  readonly onChange: (codes: Codes) => void;
  readonly error: string | undefined;
}

interface StepProps {
  readonly label: string;
  readonly parentCode: string | null;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
}

/** `parentCode` null lists the counties; an empty one waits for the step before. */
function Step({ label, parentCode, value, onChange, error }: StepProps) {
  const isReady = parentCode === null || divisionCodeField.safeParse(parentCode).success;
  const answer = useProcedure('geography.listDivisions', { parentCode }, { enabled: isReady, isKept: true });
  const divisions = answer.data?.divisions ?? [];
  if (answer.error !== null && divisions.length === 0) {
    const { title, nextStep } = messageOf(answer.error);
    return (
      <Notice tone="error" title={title} next={{ text: '重新加载', onPress: answer.refetch }}>
        {nextStep}
      </Notice>
    );
  }
  return (
    <SelectField
      label={label}
      value={value === '' ? undefined : value}
      placeholder={!isReady ? '请先选上一级' : answer.isLoading ? '正在加载…' : '请选择'}
      disabled={!isReady || divisions.length === 0}
      options={divisions.map(({ divisionCode, name }) => ({ value: divisionCode, text: name }))}
      onChange={onChange}
      error={error}
    />
  );
}

export function CommunityPicker({
  countyCode,
  townshipCode,
  communityCode,
  onChange,
  error,
}: CommunityPickerProps) {
  const missing = error === undefined ? null : countyCode === '' ? 0 : townshipCode === '' ? 1 : 2;
  return (
    <>
      <Step
        label="所在县（市）"
        parentCode={null}
        value={countyCode}
        onChange={(code) => onChange({ countyCode: code, townshipCode: '', communityCode: '' })}
        error={missing === 0 ? error : undefined}
      />
      <Step
        label="乡镇（街道）"
        parentCode={countyCode}
        value={townshipCode}
        onChange={(code) => onChange({ countyCode, townshipCode: code, communityCode: '' })}
        error={missing === 1 ? error : undefined}
      />
      <Step
        label="村（社区）"
        parentCode={townshipCode}
        value={communityCode}
        onChange={(code) => onChange({ countyCode, townshipCode, communityCode: code })}
        error={missing === 2 ? error : undefined}
      />
    </>
  );
}
