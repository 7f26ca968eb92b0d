/** 路口取样: two large buttons for one thumb, ten minutes, a way back. */
import { useEffect, useState } from 'react';

import { formatCount } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Answer } from '@/lib/answer';
import { useScreenKeptOn } from '@/platform/feedback';
import { scrollToFirst } from '@/platform/scroll';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Stack } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading, Pressable, Text, View } from '@/ui/primitives';
import { Dialog } from '@/ui/sheet';
import { EmptyState, Notice } from '@/ui/states';

import { countOf, endOf, formatRemaining, mayDrop, type Counting, type Tap } from './counting';
import { useCounting, type CountEnd, type CountingState } from './use-counting';
import './outcome.scss';

export function CountPanel({ projectId }: { projectId: string }) {
  const state = useCounting();
  useScreenKeptOn(state.counting !== null);
  if (state.counting !== null) return <Running state={state} counting={state.counting} />;
  return (
    <>
      {state.end === null ? null : <Ended end={state.end} />}
      <Points projectId={projectId} onStart={state.start} />
    </>
  );
}

function Running({ state, counting }: { state: CountingState; counting: Counting }) {
  const now = useNow(500);
  const [isAsking, setAsking] = useState(false);
  // The list it was chosen from may have been scrolled far down.
  useEffect(() => scrollToFirst('xf-count'), []);
  const isOver = now >= endOf(counting);
  const { words, pointName, taps } = counting;
  const send = () => {
    setAsking(false);
    void state.send();
  };
  return (
    <View className="xf-count">
      <Row isSpread>
        <Heading level={2}>{pointName}</Heading>
        <Text className="xf-count__clock" role="timer" label={`还剩 ${formatRemaining(counting, now)}`}>
          {formatRemaining(counting, now)}
        </Text>
      </Row>
      <Paragraph isSoft>
        {isOver
          ? '十分钟到了，请核对后提交。'
          : `每过一${words.unitWord}${words.countedWord}点一下，已自动保存。`}
      </Paragraph>
      <View className="xf-count__keys">
        <Key tap="missed" word={words.missedWord} state={state} counting={counting} isOff={isOver} />
        <Key tap="done" word={words.doneWord} state={state} counting={counting} isOff={isOver} />
      </View>
      <Row isSpread>
        <Button kind="secondary" disabled={taps === ''} onPress={state.undo}>
          撤回上一下
        </Button>
        {isOver ? (
          <Button isLoading={state.isSending} onPress={send}>
            提交取样
          </Button>
        ) : (
          <Button kind="text" onPress={() => setAsking(true)}>
            提前结束
          </Button>
        )}
      </Row>
      <Dialog
        isOpen={isAsking}
        title="提前结束这次取样？"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>继续数</Button>
            {mayDrop(counting, now) ? (
              <Button kind="secondary" onPress={state.drop}>
                选错点位了，不要这次
              </Button>
            ) : (
              <Button kind="secondary" isLoading={state.isSending} onPress={send}>
                结束并提交
              </Button>
            )}
          </>
        }
      >
        <Paragraph>不满十分钟的取样会留下记录，但不计入比例：不能看到数字好就停。</Paragraph>
      </Dialog>
    </View>
  );
}

interface KeyProps {
  readonly tap: Tap;
  readonly word: string;
  readonly state: CountingState;
  readonly counting: Counting;
  readonly isOff: boolean;
}

function Key({ tap, word, state, counting, isOff }: KeyProps) {
  const count = formatCount(countOf(counting, tap));
  return (
    <Pressable
      className={`xf-count__key xf-count__key--${tap}`}
      label={`${word}，已数 ${count}`}
      disabled={isOff}
      onPress={() => state.tap(tap)}
    >
      <Text className="xf-count__number">{count}</Text>
      <Text className="xf-count__word">{word}</Text>
    </Pressable>
  );
}

function Ended({ end }: { end: CountEnd }) {
  if (end.kind === 'refused') {
    const { title, nextStep } = messageOf(end.error);
    return (
      <Notice tone="error" title={title}>
        {nextStep}
      </Notice>
    );
  }
  const short = end.isShort ? '不满十分钟，留有记录，不计入比例。' : '';
  return end.kind === 'sent' ? (
    <Notice tone="success" title="取样已记下">
      {short === '' ? '合计和图表已经更新，辛苦了。' : short}
    </Notice>
  ) : (
    <Notice tone="info" title="取样已保存在这部手机里">
      {`联网后自动上传，不用再数一次。${short}`}
    </Notice>
  );
}

function Points({ projectId, onStart }: { projectId: string; onStart: CountingState['start'] }) {
  const found = useProcedure('outcome.getOutcome', { projectId }, { isKept: true });
  return (
    <Answer of={found}>
      {({ outcome, outcomeName, projectTitle }) => {
        if (outcome === null || outcome.points.length === 0) {
          return (
            <EmptyState
              icon="place"
              title="还没有取样点位"
              text="请先在项目工作台说明数什么、增加点位，再来这里数。"
            />
          );
        }
        const { points, ...words } = outcome;
        return (
          <Section title={`选一个点位开始，${outcomeName}`}>
            <Card>
              <Stack isTight>
                <Paragraph>{`${projectTitle}：站在安全的地方，数满十分钟。`}</Paragraph>
                <Paragraph isSoft isSmall>
                  没有网络也能数。每点一下都存在手机里，关掉再打开接着数。
                </Paragraph>
              </Stack>
            </Card>
            <List>
              {points.map((point) => (
                <ListRow
                  key={point.pointId}
                  icon="place"
                  title={point.name}
                  detail={`已取样 ${String(point.before.sampleCount + point.after.sampleCount)} 次`}
                  value="开始"
                  onPress={() => onStart(projectId, point, words)}
                />
              ))}
            </List>
          </Section>
        );
      }}
    </Answer>
  );
}
