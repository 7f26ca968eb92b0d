/** The questions of an order, each with what it is for. */
import { NEED_MAXIMUM, ORDER_PLACE_MAXIMUM } from '@contract/demand.contract';
import { SERVICE_FIELDS } from '@domain/project/project';
import { MAXIMUM_NEEDED_SKILLS, SKILLS } from '@domain/volunteer/profile';
import { CommunityPicker } from '@/lib/community-picker';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { SKILL_WORDS } from '@/lib/skill-words';
import { showToast } from '@/platform/feedback';
import { readLocation } from '@/platform/location';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Field, SelectField, TextAreaField, TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';

import type { OrderDraft, OrderProblems } from './order-draft';

export interface OrderPartProps {
  readonly draft: OrderDraft;
  readonly problems: OrderProblems;
  readonly change: (part: Partial<OrderDraft>) => void;
}

const NAME_MAXIMUM = 30;
const PHONE_MAXIMUM = 20;
const SKILL_OPTIONS = SKILLS.map((value) => ({ value, text: SKILL_WORDS[value] }));
const FIELD_OPTIONS = SERVICE_FIELDS.map((field) => ({ value: field, text: FIELD_WORDS[field] }));

export function NeedFields({ draft, problems, change }: OrderPartProps) {
  return (
    <Section title="要什么">
      <Card>
        <SelectField
          label="哪一类服务"
          value={draft.field === '' ? undefined : draft.field}
          placeholder="请选择"
          options={FIELD_OPTIONS}
          error={problems['field']}
          onChange={(value) => change({ field: SERVICE_FIELDS.find((field) => field === value) ?? '' })}
        />
        <TextAreaField
          label="具体需要什么"
          value={draft.need}
          maxLength={NEED_MAXIMUM}
          rows={4}
          placeholder="例如：老人腿脚不便，想请人来打扫屋子、理发。"
          error={problems['need']}
          onChange={(need) => change({ need })}
        />
        <Field
          label="来的人最好会什么"
          isOptional
          hint={`最多选 ${String(MAXIMUM_NEEDED_SKILLS)} 项。派单的人看到哪支队伍有会的人。`}
          render={({ label }) => (
            <Chips
              label={label}
              options={SKILL_OPTIONS}
              chosen={draft.skills}
              maximum={MAXIMUM_NEEDED_SKILLS}
              onChange={(skills) => change({ skills })}
            />
          )}
        />
        <TextField
          label="服务几个人"
          kind="digits"
          value={draft.peopleCount}
          maxLength={3}
          error={problems['peopleCount']}
          onChange={(peopleCount) => change({ peopleCount })}
        />
      </Card>
    </Section>
  );
}

export function WhereFields({ draft, problems, change }: OrderPartProps) {
  const { countyCode, townshipCode, communityCode, position } = draft;
  const locate = async (): Promise<void> => {
    const reading = await readLocation();
    if (!reading.ok) {
      showToast('没有读到位置，可以先不填');
      return;
    }
    change({ position: { latitude: reading.latitude, longitude: reading.longitude } });
  };
  return (
    <Section title="在哪里">
      <Card>
        <CommunityPicker
          countyCode={countyCode}
          townshipCode={townshipCode}
          communityCode={communityCode}
          error={problems['communityCode']}
          onChange={change}
        />
        <TextField
          label="地点"
          hint="门牌或大家知道的地方，只给接单的队伍和派单的人看。"
          value={draft.placeName}
          maxLength={ORDER_PLACE_MAXIMUM}
          error={problems['placeName']}
          onChange={(placeName) => change({ placeName })}
        />
        <Button kind="secondary" onPress={() => void locate()}>
          {position === null ? '我就在那里，用我现在的位置（可不填）' : '已定位，重新用我现在的位置'}
        </Button>
      </Card>
    </Section>
  );
}

export function ContactFields({ draft, problems, change, isProxy }: OrderPartProps & { isProxy: boolean }) {
  return (
    <Section title="联系谁">
      <Card>
        <TextField
          label={isProxy ? '被服务的人怎么称呼' : '怎么称呼您'}
          value={draft.contactName}
          maxLength={NAME_MAXIMUM}
          error={problems['contactName']}
          onChange={(contactName) => change({ contactName })}
        />
        <TextField
          label="电话"
          kind="digits"
          isOptional={isProxy}
          hint={
            isProxy
              ? '村民没有电话可以不填，队伍来找您联系。'
              : '加密保存，只给接单的队伍和派单的人看，每次查看都有记录；办完就删除。'
          }
          value={draft.contactPhone}
          maxLength={PHONE_MAXIMUM}
          error={problems['contactPhone']}
          onChange={(contactPhone) => change({ contactPhone })}
        />
      </Card>
    </Section>
  );
}
