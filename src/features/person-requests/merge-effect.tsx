/** What becomes of two registrations (RM1): read by who asks, and again by who decides. */
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay, formatMinutes } from '@/lib/format';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

import { TRAIT_WORDS } from './request-words';

type Preview = OutputOf<'person.getMergePreview'>;
type Side = Preview['survivor'];

export function MergeEffect({ survivorId, otherId }: { survivorId: string; otherId: string }) {
  const preview = useProcedure('person.getMergePreview', { survivorId, otherId });
  return (
    <Answer of={preview} skeleton={<CardSkeleton lines={6} />}>
      {(found) => <EffectCard preview={found} />}
    </Answer>
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
