/** 个人信息的钥匙: which one seals, and whether an older one may go (SE4). */
import type { KeysView } from '@contract/audit.contract';

import { formatCount, formatInstant } from '@/lib/format';
import { serverNow } from '@/lib/server-clock';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export function KeysCard({ keys }: { keys: KeysView }) {
  return (
    <Section title="个人信息加密">
      <Card>
        <View className="audit-stack">
          <Text className="audit-small">
            证件号和手机号加密保存，钥匙不在数据库里。怀疑钥匙泄露时请系统维护单位换钥匙，进度会显示在这里。
          </Text>
          <Text>{`现用钥匙 ${keys.label}`}</Text>
          {keys.olderLabels.length === 0 ? null : <ChangeNotice keys={keys} />}
        </View>
      </Card>
    </Section>
  );
}

function ChangeNotice({ keys: { olderLabels, change } }: { keys: KeysView }) {
  const old = olderLabels.join('、');
  const done = `已换 ${formatCount(change?.resealedCount ?? 0)} 份`;
  const clashes = change?.clashCount ?? 0;
  return (
    <>
      {change === null || change.finishedAt === null ? (
        <Notice tone="info" title={`正在换钥匙，${done}`}>
          {`旧钥匙 ${old} 还不能去掉：去掉后没换完的证件号和手机号会打不开。`}
        </Notice>
      ) : (
        <Notice tone="success" title={`换好了，${done}`}>
          {`${formatInstant(change.finishedAt, serverNow())} 全部换完，旧钥匙 ${old} 可以去掉了。`}
        </Notice>
      )}
      {clashes === 0 ? null : (
        <Notice tone="warning" title={`有 ${formatCount(clashes)} 个证件号登记了两份档案`}>
          请在“档案合并与更正”里核对后合并。
        </Notice>
      )}
    </>
  );
}
