/** 签到规则 (AT2, AT7): what holds in the city, who said so and why, and every version there was. */
import type { RulesVersion } from '@contract/crediting.contract';
import { RULE_NAMES } from '@domain/attendance/attendance-rules';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay } from '@/lib/format';
import { RULE_WORDS, unitOf } from '@/lib/crediting-messages.zh-CN';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { civilDayOf } from '@domain/time/civil-day';

import { RulesForm } from './rules-form';

export function RulesPanel() {
  const answer = useProcedure('attendance.getRules', {});
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ current, mayChange }) => (
        <>
          <Section title="现在的规则">
            <List>
              {RULE_NAMES.map((rule) => (
                <ListRow
                  key={rule}
                  title={RULE_WORDS[rule]}
                  value={`${String(current.rules[rule])} ${unitOf(rule)}`}
                />
              ))}
            </List>
            <Paragraph isSoft isSmall>
              {`${sourceText(current)}每个场次用它创建时的规则：已经发布的不变，报名前看到的就是算数的。`}
            </Paragraph>
          </Section>
          {mayChange ? <RulesForm key={String(current.version)} current={current} /> : null}
          <Section title="历次修改">
            <Versions version={current.version} />
          </Section>
        </>
      )}
    </Answer>
  );
}

function sourceText({ setAt, setByName }: RulesVersion): string {
  if (setAt === null) return '还没有改过，这是系统的默认值。';
  return `${setByName}于${formatDay(civilDayOf(setAt))}设定。`;
}

function Versions({ version }: { version: number }) {
  const pages = usePages('attendance.listRuleVersions', String(version), (cursor) => ({ cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={2} />}>
      {(found) => {
        const versions = found.flatMap((page) => page.versions);
        if (versions.length === 0) {
          return (
            <Card>
              <Paragraph isSoft>还没有修改过。</Paragraph>
            </Card>
          );
        }
        return (
          <>
            <List>
              {versions.map((one) => (
                <ListRow
                  key={String(one.version)}
                  title={`第 ${String(one.version)} 版：${one.reason}`}
                  detail={[valuesText(one), sourceText(one)]}
                />
              ))}
            </List>
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

function valuesText({ rules }: RulesVersion): string {
  const { opensBeforeMinutes, closesAfterMinutes, graceInMinutes, graceOutMinutes } = rules;
  const { headCountTolerancePercent } = rules;
  return [
    `开始前 ${String(opensBeforeMinutes)} 分钟起签到`,
    `结束后 ${String(closesAfterMinutes)} 分钟截止签退`,
    `宽限 ${String(graceInMinutes)} / ${String(graceOutMinutes)} 分钟`,
    `点人数容差 ${String(headCountTolerancePercent)}%`,
  ].join('，');
}
