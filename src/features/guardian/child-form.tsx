/** One form for both: a child's profile under 14, the consent to a youth of 14 to 17. */
import { useState } from 'react';

import { addChild, GUARDIAN_CONSENT_VERSION } from '@contract/guardian.contract';
import { RELATIONS, type Relation } from '@domain/volunteer/guardianship';
import { civilDayOf } from '@domain/time/civil-day';
import { readIdNumber } from '@domain/volunteer/id-number';
import { idNumberAdvice, messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';
import { Tick } from '@/ui/tick';

import { RELATION_WORDS } from './relation-words';

const EMPTY = { name: '', idNumber: '', relation: '', isAgreed: false };
type Fields = typeof EMPTY;
type Faults = Partial<Record<keyof Fields, string>>;

function relationOf(text: string): Relation | undefined {
  return RELATIONS.find((known) => known === text);
}

function faultsOf({ name, idNumber, relation, isAgreed }: Fields): Faults {
  const read = readIdNumber(idNumber, civilDayOf(serverNow()));
  const isNamed = addChild.input.shape.name.safeParse(name).success;
  return {
    ...(isNamed ? {} : { name: '请填写孩子的姓名，2 到 30 个字。' }),
    ...(read.kind === 'fault' ? { idNumber: idNumberAdvice(read.fault) } : {}),
    ...(relationOf(relation) === undefined ? { relation: '请选择您和孩子的关系。' } : {}),
    ...(isAgreed ? {} : { isAgreed: '请先看过下面的说明，再点同意。' }),
  };
}

interface ChildFieldsProps {
  readonly fields: Fields;
  readonly faults: Faults;
  readonly change: (some: Partial<Fields>) => void;
}

function ChildFields({ fields, faults, change }: ChildFieldsProps) {
  return (
    <>
      <TextField
        label="孩子的姓名"
        hint="与身份证或户口簿一致"
        maxLength={30}
        value={fields.name}
        onChange={(name) => change({ name })}
        error={faults.name}
      />
      <TextField
        label="孩子的身份证号"
        kind="identity"
        hint="用来知道年龄，并确认一人只登记一次；加密保存，不对外显示。"
        maxLength={24}
        value={fields.idNumber}
        onChange={(idNumber) => change({ idNumber })}
        error={faults.idNumber}
      />
      <SelectField
        label="您是孩子的"
        value={fields.relation}
        options={RELATIONS.map((value) => ({ value, text: RELATION_WORDS[value] }))}
        onChange={(relation) => change({ relation })}
        error={faults.relation}
      />
      <Paragraph isSoft isSmall>
        不满 14 周岁的孩子只能由您带着参加，和您一起报名、签到，孩子的时长记在孩子名下；14 至 17
        周岁的孩子先用自己的微信注册，您在这里同意后，孩子自己报名。抢险救灾类活动不接受未成年人。您可以随时撤回同意。
      </Paragraph>
      <Tick
        text="我是孩子的监护人，同意孩子参加志愿服务"
        detail={faults.isAgreed}
        isOn={fields.isAgreed}
        onChange={(isAgreed) => change({ isAgreed })}
      />
    </>
  );
}

export function ChildForm() {
  const [fields, setFields] = useState<Fields>(EMPTY);
  const [wasTried, setTried] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const adding = useCommand('guardian.addChild', { invalidates: ['guardian.listChildren'] });
  const faults = wasTried ? faultsOf(fields) : {};
  const change = (some: Partial<Fields>) => {
    setAdded(null);
    setFields((current) => ({ ...current, ...some }));
  };
  const send = async () => {
    setTried(true);
    const relation = relationOf(fields.relation);
    if (relation === undefined || Object.keys(faultsOf(fields)).length > 0) return;
    const { name, idNumber } = fields;
    const input = { requestId: newRequestId(), name, idNumber, relation };
    await adding.run({ ...input, consentVersion: GUARDIAN_CONSENT_VERSION });
    setAdded(name);
    setTried(false);
    setFields(EMPTY);
  };
  const words = adding.error === null ? null : messageOf(adding.error);
  return (
    <Card>
      <ChildFields fields={fields} faults={faults} change={change} />
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      {added === null ? null : (
        <Notice tone="success" title={`已添加${added}`}>
          报名时可以看到。
        </Notice>
      )}
      <Button
        size="large"
        isLoading={adding.isRunning}
        onPress={() => {
          // The refusal is shown above.
          send().catch(() => undefined);
        }}
      >
        同意并添加
      </Button>
    </Card>
  );
}
