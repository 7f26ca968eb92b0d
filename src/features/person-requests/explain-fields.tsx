import { EXPLANATION_MAXIMUM } from '@contract/person-request.contract';
import { TextAreaField } from '@/ui/field';

export interface Explanation {
  readonly reason: string;
  readonly evidence: string;
}
export const NO_EXPLANATION: Explanation = { reason: '', evidence: '' };

/** 理由与依据: what the other office person judges by. */
export function ExplainFields({
  value,
  onChange,
}: {
  value: Explanation;
  onChange: (value: Explanation) => void;
}) {
  return (
    <>
      <TextAreaField
        label="理由"
        placeholder="例如：身份证号输错，注册了两次"
        rows={2}
        value={value.reason}
        maxLength={EXPLANATION_MAXIMUM}
        onChange={(reason) => {
          onChange({ ...value, reason });
        }}
      />
      <TextAreaField
        label="依据"
        placeholder="例如：某月某日窗口核对身份证原件"
        hint="不要写身份证号、手机号。"
        rows={2}
        value={value.evidence}
        maxLength={EXPLANATION_MAXIMUM}
        onChange={(evidence) => {
          onChange({ ...value, evidence });
        }}
      />
    </>
  );
}
