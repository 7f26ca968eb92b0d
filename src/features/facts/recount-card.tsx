/** The count check above the list: 逐条核对 = the figure, or how far apart they are. */
import type { ListedMeasure } from '@domain/statistics/membership';

import { formatCount } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row } from '@/ui/layout';
import { Text } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { totalText } from './facts-text';
import { useRecount, verdictOf, type Recount } from './use-recount';

export interface RecountCardProps {
  readonly asked: { readonly divisionCode: string; readonly measure: ListedMeasure; readonly day: string };
}

export function RecountCard({ asked }: RecountCardProps) {
  const { recount, start, resume } = useRecount(asked);
  const isRunning = recount.state === 'running';
  const soFar = `已看 ${formatCount(recount.personsChecked)} 人，计入 ${totalText(recount.amount, asked.measure)}`;
  return (
    <Card>
      <Row isSpread>
        <Text>
          {isRunning ? `正在核对：${soFar}` : '按每个人的记录重新数一遍，看与看板上的数字是否一致。'}
        </Text>
        <Button kind="secondary" size="small" isLoading={isRunning} onPress={start}>
          {recount.state === 'done' ? '再核对一次' : '逐条核对'}
        </Button>
      </Row>
      {recount.state === 'stopped' && recount.error !== null ? (
        <Notice tone="error" title="核对中断了" next={{ text: '接着核对', onPress: resume }}>
          {`${messageOf(recount.error).title}。已核对的 ${formatCount(recount.personsChecked)} 人不用重来。`}
        </Notice>
      ) : null}
      {recount.state === 'done' ? <Outcome recount={recount} measure={asked.measure} /> : null}
    </Card>
  );
}

function Outcome({ recount, measure }: { recount: Recount; measure: ListedMeasure }) {
  const counted = totalText(recount.amount, measure);
  const published = totalText(recount.published ?? 0, measure);
  const checked = (
    <Paragraph isSmall>{`共核对 ${formatCount(recount.personsChecked)} 条居住登记。`}</Paragraph>
  );
  switch (verdictOf(recount)) {
    case 'equal':
      return (
        <Notice tone="success" title={`逐条核对 ${counted} = 看板 ${published}，一致`}>
          {checked}
        </Notice>
      );
    case 'moved':
      return (
        <Notice tone="warning" title="核对期间数字有变动">
          {`逐条核对 ${counted}，看板现在是 ${published}。请再核对一次。`}
        </Notice>
      );
    case 'different':
      return (
        <Notice tone="error" title={`逐条核对 ${counted} ≠ 看板 ${published}`}>
          刚产生的记录最多约 10 秒后进入看板，请稍候再核对一次；仍不一致请告知市级管理员。
        </Notice>
      );
  }
}
