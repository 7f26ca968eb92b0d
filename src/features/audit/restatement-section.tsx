/** 重述记录: published figures that changed later, with before, after, reason and office. */
import type { RestatementView } from '@contract/audit.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatDay, formatInstant } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { serverNow } from '@/lib/server-clock';
import { usePages } from '@/lib/use-pages';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';

import { formatSigned, quantityWord } from './audit-words';

function reasonText({ cause, text, actorName }: RestatementView['reasons'][number]): string {
  return cause === 'repair'
    ? `${actorName} 修复：${text}`
    : '公布之后才到的事实（迟到的上传、更正或迁移），由汇总折算计入';
}

function RestatementCard({ restatement }: { restatement: RestatementView }) {
  const more = restatement.changeCount - restatement.changes.length;
  return (
    <Card>
      <View className="audit-stack">
        <Text className="audit-strong">{`${formatDay(restatement.day)} 的数字`}</Text>
        <Text className="audit-small">
          {`${formatInstant(restatement.publishedAt, serverNow())} 重述 · 第 ${formatCount(restatement.seq)} 份`}
        </Text>
        {restatement.reasons.map((reason, index) => (
          <Text key={String(index)}>{reasonText(reason)}</Text>
        ))}
        <View className="audit-changes">
          {restatement.changes.map(({ divisionCode, divisionName, quantity, before, after }) => (
            <View key={`${divisionCode} ${quantity}`} className="audit-change">
              <Text className="audit-change__name">{`${divisionName} · ${quantityWord(quantity)}`}</Text>
              <Text className="audit-change__value">
                {`${formatSigned(before)} → ${formatSigned(after)}`}
              </Text>
            </View>
          ))}
        </View>
        {more > 0 ? <Text className="audit-small">{`另有 ${formatCount(more)} 项`}</Text> : null}
      </View>
    </Card>
  );
}

export function RestatementSection() {
  const pages = usePages('audit.listRestatements', 'all', (cursor) => ({ cursor }));
  return (
    <Section title="重述记录">
      <Answer of={pages} skeleton={<CardSkeleton />}>
        {(found) => {
          const restatements = found.flatMap((page) => page.restatements);
          return (
            <View className="audit-stack">
              {restatements.length === 0 ? (
                <Card>
                  <Text>没有重述。已公布的数字如因迟到的事实或修复而改变，会在这里写明前后和原因。</Text>
                </Card>
              ) : null}
              {restatements.map((restatement) => (
                <RestatementCard key={restatement.seq} restatement={restatement} />
              ))}
              <MoreButton of={pages} />
            </View>
          );
        }}
      </Answer>
    </Section>
  );
}
