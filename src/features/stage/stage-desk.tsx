/** 阶段与认定: how far the project is, what the next stage asks for, and what offices decided. */
import { useState } from 'react';

import type { StandingView } from '@contract/stage.contract';
import { Answer } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { formatAsOf, formatDay, formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { MoreButton } from '@/lib/more-button';
import { newRequestId } from '@/lib/request-id';
import { decisionWords, itemWords, LEVEL_NAMES, STAGE_NAMES } from './stage-words';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

import { AccreditDialog, WithdrawDialog } from './accreditation-dialogs';
import { MoveDialog } from './move-dialog';

const ORDER = ['incubating', 'growing', 'accredited', 'exemplary'] as const;

export function StageDesk({ projectId }: { projectId: string }) {
  const found = useProcedure('stage.getStanding', { projectId });
  return (
    <Answer of={found}>
      {(standing) => (
        <>
          <Stage projectId={projectId} standing={standing} />
          <AccreditationSection projectId={projectId} standing={standing} />
          <Decisions projectId={projectId} />
        </>
      )}
    </Answer>
  );
}

interface PartProps {
  readonly projectId: string;
  readonly standing: StandingView;
}

function Stage({ projectId, standing }: PartProps) {
  const [target, setTarget] = useState<'on' | 'back' | null>(null);
  const { stage, next, mayDecide, asOf } = standing;
  return (
    <Section title={`阶段：${STAGE_NAMES[stage]}`}>
      <Row>
        {ORDER.map((one) => (
          <Tag key={one} tone={one === stage ? 'green' : 'plain'}>
            {one === stage ? `现在 ${STAGE_NAMES[one]}` : STAGE_NAMES[one]}
          </Tag>
        ))}
      </Row>
      {next === null ? (
        <Paragraph>已经是示范项目，可以让别的县来学。</Paragraph>
      ) : (
        <Items projectId={projectId} next={next} />
      )}
      <Paragraph isSoft isSmall>
        {formatAsOf(asOf)}
      </Paragraph>
      {mayDecide ? (
        <Row>
          {next === null ? null : (
            <Button onPress={() => setTarget('on')}>{`进入${STAGE_NAMES[next.stage]}`}</Button>
          )}
          {stage === 'incubating' ? null : (
            <Button kind="secondary" onPress={() => setTarget('back')}>
              退回
            </Button>
          )}
        </Row>
      ) : (
        <Paragraph isSoft isSmall>
          进入下一阶段由县级或市级办公室决定。
        </Paragraph>
      )}
      {target === null ? null : (
        <MoveDialog
          projectId={projectId}
          from={stage}
          isBack={target === 'back'}
          next={next}
          onClose={() => setTarget(null)}
        />
      )}
    </Section>
  );
}

function Items({ projectId, next }: { projectId: string; next: NonNullable<StandingView['next']> }) {
  const tick = useCommand('stage.tickItem', { invalidates: ['stage.getStanding'] });
  const met = next.items.filter(({ isMet }) => isMet).length;
  const standing = `${String(met)} / ${String(next.items.length)} 项`;
  const press = (itemId: string, isDone: boolean) => {
    // The refusal is shown below.
    tick.run({ requestId: newRequestId(), projectId, itemId, isDone }).catch(() => undefined);
  };
  return (
    <>
      <Paragraph>{`进入${STAGE_NAMES[next.stage]}的条件，达到 ${standing}：`}</Paragraph>
      <List>
        {next.items.map((item) => {
          const { title, detail } = itemWords(item);
          const { itemId, isMet, fact } = item;
          const deed = isMet ? '取消' : '勾上';
          return (
            <ListRow
              key={itemId}
              icon={isMet ? 'done' : 'time'}
              title={title}
              detail={detail}
              value={
                fact === null ? (
                  <DeedButton text={deed} about={title} onPress={() => press(itemId, !isMet)} />
                ) : isMet ? (
                  '达到'
                ) : (
                  '未达到'
                )
              }
            />
          );
        })}
      </List>
      {tick.error === null ? null : (
        <Notice tone="error" title={messageOf(tick.error).title}>
          {messageOf(tick.error).nextStep}
        </Notice>
      )}
    </>
  );
}

const STATE_WORDS = {
  none: '没有认定',
  future: '还没到生效日',
  valid: '有效',
  endingSoon: '快到期了',
  ended: '已经结束',
} as const;

function AccreditationSection({ projectId, standing }: PartProps) {
  const [isOpen, setOpen] = useState<'accredit' | 'withdraw' | null>(null);
  const { accreditation, accreditationState: state, levels } = standing;
  const mayWithdraw =
    accreditation !== null && state !== 'ended' && levels.some((level) => level === accreditation.level);
  return (
    <Section title="品牌认定">
      <Card>
        {accreditation === null ? (
          <Paragraph isSoft>还没有认定。认定后项目就是品牌项目，出现在公开的名单里。</Paragraph>
        ) : (
          <>
            <Row>
              <Tag tone={state === 'valid' ? 'gold' : state === 'endingSoon' ? 'amber' : 'plain'}>
                {STATE_WORDS[state]}
              </Tag>
              <Tag>{LEVEL_NAMES[accreditation.level]}</Tag>
            </Row>
            <Paragraph>{accreditation.document}</Paragraph>
            <Paragraph isSoft isSmall>
              {`${formatDay(accreditation.validFromDay)}至${formatDay(accreditation.validToDay)}`}
              {accreditation.office === undefined ? '' : `，${accreditation.office}办理`}
            </Paragraph>
          </>
        )}
        {levels.length === 0 ? null : (
          <Row>
            <Button kind="secondary" onPress={() => setOpen('accredit')}>
              {accreditation === null ? '登记认定' : '续期或重新认定'}
            </Button>
            {mayWithdraw ? (
              <Button kind="text" onPress={() => setOpen('withdraw')}>
                撤销认定
              </Button>
            ) : null}
          </Row>
        )}
      </Card>
      {isOpen === 'accredit' ? (
        <AccreditDialog projectId={projectId} levels={levels} onClose={() => setOpen(null)} />
      ) : null}
      {isOpen === 'withdraw' ? <WithdrawDialog projectId={projectId} onClose={() => setOpen(null)} /> : null}
    </Section>
  );
}

function Decisions({ projectId }: { projectId: string }) {
  const pages = usePages('stage.listDecisions', projectId, (cursor) => ({ projectId, cursor }));
  const now = useNow(60_000);
  return (
    <Section title="办公室的决定">
      <Answer of={pages}>
        {(found) => {
          const decisions = found.flatMap((page) => page.decisions);
          if (decisions.length === 0)
            return <Paragraph isSoft>还没有决定；每次都会带着人和日期留在这里。</Paragraph>;
          return (
            <>
              <List>
                {decisions.map((decision) => (
                  <ListRow
                    key={`${String(decision.at)}${decision.kind}`}
                    title={decisionWords(decision)}
                    detail={[
                      `${formatInstant(decision.at, now)}，${decision.byName}`,
                      ...(decision.reason === '' ? [] : [`原因：${decision.reason}`]),
                    ]}
                  />
                ))}
              </List>
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}
