/** 成员填了什么 (PF4): counts for who organises the team, never who. */
import type { OutputOf } from '@contract/procedures';
import { FEWEST_COUNTED } from '@domain/volunteer/profile';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount } from '@/lib/format';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { SKILL_WORDS, slotWords } from '@/lib/skill-words';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

type Counts = OutputOf<'team.getMemberCounts'>;
type Said<Value> = readonly { readonly value: Value; readonly memberCount: number | null }[];

const FEW = `少于 ${String(FEWEST_COUNTED)} 人`;

export function MemberCounts({ teamId }: { teamId: string }) {
  const answer = useProcedure('team.getMemberCounts', { teamId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={3} />}>
      {(counts) => <Counted counts={counts} />}
    </Answer>
  );
}

function Counted({ counts }: { counts: Counts }) {
  const { saidCount, isCut, skills, fields, times } = counts;
  if (saidCount === null) {
    return (
      <Card>
        <Paragraph isSoft>{`填了资料的成员${FEW}，先不显示。请大家在“我的”里填“我的资料”。`}</Paragraph>
      </Card>
    );
  }
  return (
    <>
      <List>
        <ListRow title="会什么" detail={linesOf(skills, (skill) => `会${SKILL_WORDS[skill]}的`)} />
        <ListRow title="想做什么" detail={linesOf(fields, (field) => FIELD_WORDS[field])} />
        <ListRow title="什么时候有空" detail={linesOf(times, slotWords)} />
      </List>
      <Paragraph isSoft isSmall>
        {[
          `${formatCount(saidCount)} 位成员填了，是各人自己说的，没有核实。`,
          `${FEW}的没有列出；不显示是谁。`,
          ...(isCut ? ['成员很多，只数了先来的 5,000 位。'] : []),
        ].join('')}
      </Paragraph>
    </>
  );
}

/** Those that enough members named, most first. */
function linesOf<Value>(said: Said<Value>, words: (value: Value) => string): string {
  const told = said.flatMap(({ value, memberCount }) =>
    memberCount === null ? [] : [{ text: `${words(value)} ${formatCount(memberCount)} 人`, memberCount }],
  );
  told.sort((a, b) => b.memberCount - a.memberCount);
  return told.length === 0 ? `每一项都${FEW}` : told.map(({ text }) => text).join('、');
}
