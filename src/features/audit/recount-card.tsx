/** The last recount, the ones before, and 立即核对. */
import type { AuditOverview, RecountView } from '@contract/audit.contract';

import { formatCount, formatInstant } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Figure, Figures } from '@/ui/figure';
import { Card, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { OUTCOME_WORDS, PHASE_WORDS } from './audit-words';
import { useRounds } from './use-rounds';

const CHANGED = ['audit.getOverview', 'audit.listIncidents', 'audit.listRestatements'] as const;

function OutcomeTag({ outcome }: { outcome: RecountView['outcome'] }) {
  const tone = outcome === 'clean' ? 'green' : outcome === 'differs' ? 'red' : 'amber';
  return <Tag tone={tone}>{OUTCOME_WORDS[outcome]}</Tag>;
}

function LastRecount({ recount, now }: { recount: RecountView; now: number }) {
  const { counts } = recount;
  return (
    <View className="audit-stack">
      <View className="audit-line">
        <OutcomeTag outcome={recount.outcome} />
        <Text>{`${formatInstant(recount.finishedAt, now)} · ${recount.isNightly ? '夜间自动' : '人工发起'}`}</Text>
      </View>
      <Figures>
        <Figure label="差异" value={formatCount(counts.differenceCount)} unit="处" />
        <Figure label="核对志愿者" value={formatCount(counts.volunteerCount)} unit="人" />
        <Figure label="核对区划" value={formatCount(counts.divisionCount)} unit="个" />
      </Figures>
      {counts.skippedCount === 0 ? null : (
        <Text className="audit-small">
          {`其中 ${formatCount(counts.skippedCount)} 人当时刚有变动，由汇总折算处理，不算差异。`}
        </Text>
      )}
      {counts.unsettledCount === 0 ? null : (
        <Notice tone="warning">
          {`有 ${formatCount(counts.unsettledCount)} 部分因数字一直在变动没有核完，请稍后再核对一次。`}
        </Notice>
      )}
    </View>
  );
}

function RecountNow({ overview }: { overview: AuditOverview }) {
  const command = useCommand('audit.continueRecount', { invalidates: CHANGED });
  const rounds = useRounds(
    () => command.run({ requestId: newRequestId() }),
    ({ phase }) => phase === 'done',
  );
  const progress = rounds.latest ?? overview.running;
  const isUnderWay = progress !== null && progress.phase !== 'done';
  return (
    <View className="audit-stack">
      {isUnderWay ? (
        <View className="audit-small" role="status" live="polite">
          {`${PHASE_WORDS[progress.phase]}：已核对 ${formatCount(progress.counts.volunteerCount)} 人、` +
            `${formatCount(progress.counts.divisionCount)} 个区划，` +
            `发现差异 ${formatCount(progress.counts.differenceCount)} 处`}
        </View>
      ) : null}
      {rounds.problem === null ? null : (
        <Notice tone="error" title={rounds.problem.title}>
          {`${rounds.problem.nextStep}已核对的部分已保存，再点一次会接着核对。`}
        </Notice>
      )}
      {overview.mayRepair ? (
        <View className="audit-line">
          <Button kind="secondary" isLoading={rounds.isRunning} onPress={rounds.start}>
            {rounds.isRunning ? '正在核对' : isUnderWay ? '接着核对' : '立即核对'}
          </Button>
        </View>
      ) : null}
    </View>
  );
}

export function RecountCard({ overview }: { overview: AuditOverview }) {
  const now = serverNow();
  const [last, ...earlier] = overview.recounts;
  return (
    <Section title="全量核对">
      <Card>
        <View className="audit-stack">
          <Text className="audit-small">
            每天凌晨 2:17 起，从每个人的登记和服务记录重新算一遍，与看板所用的汇总逐项比较。
          </Text>
          {last === undefined ? <Text>还没有核对过。</Text> : <LastRecount recount={last} now={now} />}
          <RecountNow overview={overview} />
        </View>
      </Card>
      {earlier.length === 0 ? null : (
        <List>
          {earlier.map((recount) => (
            <ListRow
              key={recount.recountId}
              title={formatInstant(recount.finishedAt, now)}
              detail={
                `${recount.isNightly ? '夜间自动' : '人工发起'} · ` +
                `差异 ${formatCount(recount.counts.differenceCount)} 处`
              }
              value={<OutcomeTag outcome={recount.outcome} />}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
