/** One wake: who is meant, who may be invited, and what came of it with its uncertainty (WK2, WK8). */
import { useState } from 'react';

import { HOLD_OUT_SHARE } from '@domain/wake/arm';
import { SERVED_WITHIN_DAYS } from '@domain/wake/dormancy';
import type { WakeView } from '@contract/wake.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatCount, formatMoment } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { wakesRoute } from '@/lib/routes';
import { mayImport, useMe } from '@/lib/use-me';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Columns, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { CountsSection } from './counts-section';
import { PeopleList } from './people-list';
import { ResultSection } from './result-section';
import { WakeLink } from './wake-link';
import {
  isWorking,
  OPENING_FILTER_WORDS,
  PAST_FILTER_WORDS,
  peopleText,
  phaseOf,
  WINDOW_WORDS,
} from './wake-words';

/** A walk is seen to go on. */
const REFRESH_MS = 5_000;
const CHANGED = ['wake.get', 'wake.list', 'wake.listPeople'] as const;

export function WakePanel({ wakeId }: { wakeId: string }) {
  const answer = useProcedure('wake.get', { wakeId }, { refreshEveryMs: REFRESH_MS });
  return (
    <Answer
      of={answer}
      skeleton={<CardSkeleton lines={6} />}
      wayOn={{ text: '看全部', onPress: () => openRoute(wakesRoute) }}
    >
      {({ wake }) => (
        <Columns
          main={
            <>
              <Head wake={wake} />
              {wake.startedAt === null ? null : <ResultSection wake={wake} />}
              <CountsSection wake={wake} />
            </>
          }
          aside={
            <>
              {wake.startedAt === null || wake.isStopped ? null : <WakeLink wake={wake} />}
              {wake.phase === 'counting' ? null : <PeopleList wake={wake} />}
            </>
          }
        />
      )}
    </Answer>
  );
}

function Head({ wake }: { wake: WakeView }) {
  const mayAct = mayImport(useMe().data);
  const { text, tone } = phaseOf(wake);
  return (
    <Card>
      <Row isSpread>
        <Heading level={2}>{wake.title}</Heading>
        <Tag tone={tone}>{text}</Tag>
      </Row>
      <Paragraph>{`${wake.divisionName} · ${WINDOW_WORDS[wake.window]}`}</Paragraph>
      <Paragraph isSoft isSmall>
        {`以前来过吗：${PAST_FILTER_WORDS[wake.past]}；离场次：${OPENING_FILTER_WORDS[wake.opening]}。`}
        {`${wake.makerName}，${formatMoment(wake.madeAt)}`}
      </Paragraph>
      {isWorking(wake) ? (
        <Notice tone="info">{`系统正在一页一页清点，已看过 ${formatCount(wake.walked)} 人。可以先离开，回来再看。`}</Notice>
      ) : null}
      {mayAct ? <Deeds wake={wake} /> : null}
    </Card>
  );
}

function Deeds({ wake }: { wake: WakeView }) {
  const [asked, setAsked] = useState<'start' | 'stop' | null>(null);
  const measuring = useCommand('wake.measure', { invalidates: CHANGED });
  const problem = measuring.error === null ? null : messageOf(measuring.error);
  const measure = (): void => {
    // What went wrong is shown below.
    measuring.run({ requestId: newRequestId(), wakeId: wake.wakeId }).catch(() => undefined);
  };
  return (
    <>
      {wake.phase === 'ready' && wake.counts.invitable > 0 ? (
        <Button
          onPress={() => {
            setAsked('start');
          }}
        >
          {`邀请这 ${peopleText(wake.counts.invitable)}`}
        </Button>
      ) : null}
      {wake.startedAt !== null && wake.phase === 'resting' ? (
        <Button kind="secondary" isLoading={measuring.isRunning} onPress={measure}>
          按现在的记录重新清点
        </Button>
      ) : null}
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      {wake.isStopped ? null : (
        <Button
          kind="text"
          onPress={() => {
            setAsked('stop');
          }}
        >
          {wake.startedAt === null ? '不做了' : '停止邀请'}
        </Button>
      )}
      {asked === null ? null : (
        <AskDialog
          wake={wake}
          deed={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

interface AskProps {
  readonly wake: WakeView;
  readonly deed: 'start' | 'stop';
  readonly onClose: () => void;
}
function AskDialog({ wake, deed, onClose }: AskProps) {
  const [requestId] = useState(newRequestId);
  const starting = useCommand('wake.start', { invalidates: CHANGED });
  const stopping = useCommand('wake.stop', { invalidates: CHANGED });
  const input = { requestId, wakeId: wake.wakeId };
  if (deed === 'stop')
    return (
      <CommandDialog
        {...{ title: '停止这次唤醒？', verb: '停止', keep: '先不停', done: '已停止' }}
        command={stopping}
        run={() => stopping.run(input)}
        onClose={onClose}
      >
        <Paragraph>没发出的不再发，已发出的不再显示。停止后不能再开始；结果仍会清点。</Paragraph>
      </CommandDialog>
    );
  return (
    <CommandDialog
      {...{ title: '开始邀请？', verb: '开始', keep: '再看看', done: '已开始' }}
      command={starting}
      run={() => starting.run(input)}
      onClose={onClose}
    >
      <Paragraph>
        {`约 ${String(100 / HOLD_OUT_SHARE)}% 的人由系统随机留出，不邀请，用来看邀请有没有用；其余的人得到邀请。`}
      </Paragraph>
      <Paragraph>
        {`开启过提醒的人在微信里收到一条（不在夜里），其他人打开首页时看到。每人一个月最多一次，${String(SERVED_WITHIN_DAYS)} 天后看结果。`}
      </Paragraph>
    </CommandDialog>
  );
}
