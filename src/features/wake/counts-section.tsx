/** Who is meant, by segment; who is left out, and why (WK2, WK3). */
import { REACHABILITIES, OPENINGS, type WakeView } from '@contract/wake.contract';
import { SERVICE_FIELDS } from '@domain/project/project';
import { PASTS } from '@domain/wake/dormancy';
import { EXCLUSIONS } from '@domain/wake/invite';
import { formatAsOf } from '@/lib/format';
import { BarRow } from '@/ui/figure';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';

import {
  EXCLUSION_WORDS,
  PAST_FIELD_WORDS,
  OPENING_WORDS,
  PAST_WORDS,
  peopleText,
  REACH_WORDS,
} from './wake-words';

export function CountsSection({ wake }: { wake: WakeView }) {
  const { counts, countedAt } = wake;
  const excluded = EXCLUSIONS.filter((one) => counts.excluded[one] > 0);
  return (
    <Section title={wake.startedAt === null ? '清点' : '开始前的清点'}>
      <List>
        <ListRow
          title="未活跃"
          detail="注册了，在上面的时间里没有合格的服务记录"
          value={peopleText(counts.dormant)}
        />
        <ListRow title="符合条件" value={peopleText(counts.meant)} />
        {excluded.map((one) => (
          <ListRow
            key={one}
            title={`不邀请：${EXCLUSION_WORDS[one]}`}
            value={peopleText(counts.excluded[one])}
          />
        ))}
        <ListRow title="可以邀请" value={peopleText(counts.invitable)} />
      </List>
      <Card>
        <Segment title="以前" keys={PASTS} counts={counts.pasts} words={PAST_WORDS} all={counts.invitable} />
        <Segment
          title="离场次"
          keys={OPENINGS}
          counts={counts.openings}
          words={OPENING_WORDS}
          all={counts.invitable}
        />
        <Segment
          title="怎么联系"
          keys={REACHABILITIES}
          counts={counts.reachabilities}
          words={REACH_WORDS}
          all={counts.invitable}
        />
        <Segment
          title="上次服务的领域"
          keys={[...SERVICE_FIELDS, 'none']}
          counts={counts.fields}
          words={PAST_FIELD_WORDS}
          all={counts.invitable}
        />
      </Card>
      <Paragraph isSoft isSmall>
        {countedAt === null ? '还没有清点完，数字会变。' : formatAsOf(countedAt)}
      </Paragraph>
    </Section>
  );
}

interface SegmentProps<Key extends string> {
  readonly title: string;
  readonly keys: readonly Key[];
  readonly counts: Readonly<Record<Key, number>>;
  readonly words: Readonly<Record<Key, string>>;
  readonly all: number;
}
function Segment<Key extends string>({ title, keys, counts, words, all }: SegmentProps<Key>) {
  const found = keys.filter((key) => counts[key] > 0);
  if (found.length === 0) return null;
  return (
    <>
      <Heading level={3}>{title}</Heading>
      {found.map((key) => (
        <BarRow key={key} label={words[key]} value={peopleText(counts[key])} share={counts[key] / all} />
      ))}
    </>
  );
}
