/** 公布链: how much was published, its fingerprint, and whether anybody changed it since. */
import type { AuditOverview, ChainCheckView } from '@contract/audit.contract';

import { formatCount, formatDay, formatInstant } from '@/lib/format';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { faultText } from './audit-words';
import { useRounds } from './use-rounds';

const HASH_GROUP = /.{1,8}/g;

function CheckResult({ check }: { check: ChainCheckView }) {
  const now = serverNow();
  if (check.fault !== null) {
    return (
      <Notice tone="error" title={faultText(check.fault)}>
        这一份之前的都完好。请保留现场并联系系统维护单位，查明是谁在数据库里改动了它。
      </Notice>
    );
  }
  if (check.finishedAt === null) {
    return <Text role="status">{`正在验证，已通过 ${formatCount(check.checkedCount)} 份`}</Text>;
  }
  return (
    <Notice tone="success" title={`${formatCount(check.checkedCount)} 份全部完好`}>
      {`${formatInstant(check.finishedAt, now)} 验证`}
    </Notice>
  );
}

export function ChainCard({ overview }: { overview: AuditOverview }) {
  const command = useCommand('audit.verifyChain', { invalidates: ['audit.getOverview'] });
  const rounds = useRounds(
    () => command.run({ requestId: newRequestId() }),
    ({ finishedAt }) => finishedAt !== null,
  );
  const { chain } = overview;
  const check = rounds.latest ?? chain?.check ?? null;
  return (
    <Section title="公布链">
      <Card>
        <View className="audit-stack">
          <Text className="audit-small">
            每天各级区划的数字写成一份，后一份带着前一份的指纹；改动任何一份旧的，后面都对不上。
          </Text>
          {chain === null ? (
            <Text>还没有公布过。第一次核对完成后，会公布前一天的数字。</Text>
          ) : (
            <>
              <Text>{`共 ${formatCount(chain.length)} 份，已公布到 ${formatDay(chain.lastDay)}`}</Text>
              <View>
                <Text className="audit-small">最后一份的指纹（SHA-256），可抄录存档</Text>
                <View className="audit-hash">{(chain.headHash.match(HASH_GROUP) ?? []).join(' ')}</View>
              </View>
              {check === null ? null : <CheckResult check={check} />}
              {rounds.problem === null ? null : (
                <Notice tone="error" title={rounds.problem.title}>
                  {rounds.problem.nextStep}
                </Notice>
              )}
              <View className="audit-line">
                <Button kind="secondary" isLoading={rounds.isRunning} onPress={rounds.start}>
                  重新验证
                </Button>
              </View>
            </>
          )}
        </View>
      </Card>
    </Section>
  );
}
