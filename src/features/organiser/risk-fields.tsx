/** 风险和保障: what people read before they enrol. */
import { RISK_LEVELS } from '@domain/activity/risk';
import { RISK_WORDS } from '@/lib/risk-words';
import { SelectField, TextAreaField } from '@/ui/field';
import { Section } from '@/ui/layout';
import { View } from '@/ui/primitives';

import { errorOf, type DraftPartProps } from './place-fields';

const TEXTS = [
  { key: 'dangers', label: '要注意的风险', placeholder: '可能遇到什么，怎么防备。' },
  { key: 'insurance', label: '保险', placeholder: '谁给谁投保，保什么，从什么时候到什么时候。' },
  { key: 'training', label: '要先学会的', placeholder: '例如：参加过一次安全培训。' },
] as const;

export function RiskFields({ draft, problems, isLocked, change }: DraftPartProps) {
  return (
    <Section title="风险和保障">
      <View className="xf-card">
        <SelectField
          label="风险等级"
          value={draft.riskLevel}
          options={RISK_LEVELS.map((value) => ({
            value,
            text: `${RISK_WORDS[value].text}（${RISK_WORDS[value].detail}）`,
          }))}
          disabled={isLocked}
          onChange={(text) => {
            const riskLevel = RISK_LEVELS.find((known) => known === text);
            if (riskLevel !== undefined) change((current) => ({ ...current, riskLevel }));
          }}
        />
        {TEXTS.map(({ key, label, placeholder }) => (
          <TextAreaField
            key={key}
            label={label}
            isOptional
            value={draft[key]}
            maxLength={300}
            rows={2}
            placeholder={placeholder}
            disabled={isLocked}
            onChange={(text) => {
              change((current) => ({ ...current, [key]: text }));
            }}
            {...errorOf(problems.fields[key])}
          />
        ))}
      </View>
    </Section>
  );
}
