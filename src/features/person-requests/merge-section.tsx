/** 合并两份档案 (RM1): which one stays, what becomes of the other, and why. */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay, formatMinutes } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

import { ExplainFields, NO_EXPLANATION } from './explain-fields';
import { TRAIT_WORDS } from './request-words';

type Preview = OutputOf<'person.getMergePreview'>;
type Side = Preview['survivor'];

interface MergeSectionProps {
  readonly people: readonly [FoundPerson, FoundPerson];
  readonly onDone: () => void;
}

export function MergeSection({ people: [first, second], onDone }: MergeSectionProps) {
  const [survivorId, setSurvivorId] = useState<string>(first.volunteerId);
  const otherId = survivorId === first.volunteerId ? second.volunteerId : first.volunteerId;
  const preview = useProcedure('person.getMergePreview', { survivorId, otherId });
  const optionOf = ({ volunteerId, maskedName, maskedIdNumber }: FoundPerson) => ({
    ...{ value: volunteerId, text: `${maskedName} 尾号 ${maskedIdNumber.slice(-4)}` },
  });
  return (
    <>
      <Paragraph>保留哪一份？以它的姓名、身份证号、手机号和居住地为准。</Paragraph>
      <Segmented
        label="保留哪一份"
        value={survivorId}
        options={[optionOf(first), optionOf(second)]}
        onChange={setSurvivorId}
      />
      <Answer of={preview} skeleton={<CardSkeleton lines={6} />}>
        {(found) => (
          <>
            <EffectCard preview={found} />
            <AskForm key={survivorId} survivorId={survivorId} otherId={otherId} onDone={onDone} />
          </>
        )}
      </Answer>
    </>
  );
}

const sideWords = ({ recordCount, totalMinutes, upcomingCount, childCount }: Side): string =>
  [
    `${String(recordCount)} 条记录，${formatMinutes(totalMinutes)}`,
    `${String(upcomingCount)} 个报名`,
    childCount === 0 ? '' : `${String(childCount)} 个孩子`,
  ]
    .filter((text) => text !== '')
    .join('，');

function EffectCard({ preview }: { preview: Preview }) {
  const { survivor, other, traits, sameShiftCount, overlapMinutes, registeredDay } = preview;
  return (
    <Card>
      <Row>
        {traits.map((trait) => (
          <Tag key={trait} tone="green">
            {TRAIT_WORDS[trait]}
          </Tag>
        ))}
      </Row>
      <List>
        <ListRow title={`保留：编号 ${survivor.volunteerNumber}`} detail={sideWords(survivor)} />
        <ListRow title={`并入：编号 ${other.volunteerNumber}`} detail={sideWords(other)} />
        <ListRow title="同一场次两份都有" detail={`${String(sameShiftCount)} 场；以保留的一份为准`} />
        <ListRow
          title="同一时间在两处"
          detail={`${formatMinutes(overlapMinutes)}，只算一次；一天合计超过 8 小时的要审批`}
        />
        <ListRow
          title="注册日期"
          detail={`${formatDay(registeredDay)}（取早的一天），星级按合并后的时长算`}
        />
        <ListRow title="居住地" detail={survivor.homeName} />
        <ListRow
          title="登录"
          detail={`两份档案的 ${String(survivor.accountCount + other.accountCount)} 个微信都进入保留的一份`}
        />
      </List>
      <Paragraph isSoft>
        记录、报名、候补、孩子和补录转到保留的一份，开出的证明照样可以查验，并入一份的志愿者证和身份证号作废。合并后不能撤回。
      </Paragraph>
    </Card>
  );
}

interface AskFormProps {
  readonly survivorId: string;
  readonly otherId: string;
  readonly onDone: () => void;
}
function AskForm({ survivorId, otherId, onDone }: AskFormProps) {
  const [requestId] = useState(newRequestId);
  const [explanation, setExplanation] = useState(NO_EXPLANATION);
  const command = useCommand('person.requestMerge', { invalidates: ['person.listRequests'] });
  const ask = async (): Promise<void> => {
    try {
      await command.run({ requestId, survivorId, otherId, ...explanation });
      showToast('已提交，等另一位办公室人员核准');
      onDone();
    } catch {
      // `command.error` says why.
    }
  };
  return (
    <Card>
      <ExplainFields value={explanation} onChange={setExplanation} />
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Button isLoading={command.isRunning} onPress={() => void ask()}>
        提交合并申请
      </Button>
    </Card>
  );
}
