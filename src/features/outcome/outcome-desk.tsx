/** 取样与成果, for who runs the project: what is counted, where, and every sample. */
import { useState } from 'react';

import type { OutcomeView, SamplePoint, SampleView } from '@contract/outcome.contract';
import { POINT_NAME_MAXIMUM, VOID_REASON_MAXIMUM, VOID_REASON_MINIMUM } from '@contract/outcome.contract';
import { Answer } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { DeedButton } from '@/lib/deed-button';
import { formatCount, formatDay, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { countRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { parseCivilDay, isCivilDay, civilDayOf } from '@domain/time/civil-day';
import { Button } from '@/ui/button';
import { DateField, TextAreaField, TextField } from '@/ui/field';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';

import { DefineForm } from './define-form';

export function OutcomeDesk({ projectId }: { projectId: string }) {
  const found = useProcedure('outcome.getOutcome', { projectId });
  return (
    <Answer of={found}>
      {({ outcome, outcomeName }) => (
        <>
          <Section title={`成果数：${outcomeName}`}>
            {outcome === null ? (
              <DefineForm projectId={projectId} outcomeName={outcomeName} />
            ) : (
              <Points projectId={projectId} outcome={outcome} />
            )}
          </Section>
          {outcome === null ? null : <Samples projectId={projectId} outcome={outcome} />}
        </>
      )}
    </Answer>
  );
}

function Points({ projectId, outcome }: { projectId: string; outcome: OutcomeView }) {
  const [isAdding, setAdding] = useState(false);
  const { points, countedWord, doneWord } = outcome;
  return (
    <>
      <Paragraph isSoft>{`每次十分钟，数经过的${countedWord}和其中${doneWord}的。`}</Paragraph>
      {points.length === 0 ? null : (
        <Button icon="time" onPress={() => openRoute(countRoute(projectId))}>
          去数十分钟
        </Button>
      )}
      <List>
        {points.map((point) => (
          <ListRow key={point.pointId} icon="place" title={point.name} detail={detailOf(point)} />
        ))}
      </List>
      <Row>
        <Button kind="secondary" onPress={() => setAdding(true)}>
          增加点位
        </Button>
      </Row>
      {isAdding ? <PointDialog projectId={projectId} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function detailOf({ startsDay, before, after }: SamplePoint): string {
  const counts = `之前取样 ${String(before.sampleCount)} 次，之后 ${String(after.sampleCount)} 次`;
  return `${formatDay(startsDay)}起开展服务，${counts}`;
}

function PointDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const now = useNow(60_000);
  const [name, setName] = useState('');
  const [day, setDay] = useState<string>(civilDayOf(now));
  const [requestId] = useState(newRequestId);
  const add = useCommand('outcome.addPoint', { invalidates: ['outcome.getOutcome', 'project.getProject'] });
  const startsDay = isCivilDay(day) ? parseCivilDay(day) : civilDayOf(now);
  return (
    <CommandDialog
      title="增加取样点位"
      verb="增加"
      keep="不加了"
      done="已增加"
      command={add}
      run={() => add.run({ requestId, projectId, name, startsDay })}
      onClose={onClose}
    >
      <TextField
        label="点位名称"
        value={name}
        maxLength={POINT_NAME_MAXIMUM}
        placeholder="例如：达萨街东口"
        onChange={setName}
      />
      <DateField
        label="从哪天起在这里开展服务"
        hint="这天之前的取样算“之前”，从这天起算“之后”；以后不能改。"
        value={day}
        onChange={setDay}
      />
    </CommandDialog>
  );
}

function Samples({ projectId, outcome }: { projectId: string; outcome: OutcomeView }) {
  const pages = usePages('outcome.listSamples', projectId, (cursor) => ({ projectId, cursor }));
  const [voiding, setVoiding] = useState<SampleView | null>(null);
  return (
    <Section title="取样记录">
      <Answer of={pages}>
        {(found) => {
          const samples = found.flatMap((page) => page.samples);
          if (samples.length === 0)
            return <Paragraph isSoft>还没有取样；数完的每一次都会列在这里。</Paragraph>;
          return (
            <>
              {samples.map((sample) => (
                <SampleCard
                  key={sample.sampleId}
                  sample={sample}
                  outcome={outcome}
                  onVoid={() => setVoiding(sample)}
                />
              ))}
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
      {voiding === null ? null : <VoidDialog sample={voiding} onClose={() => setVoiding(null)} />}
    </Section>
  );
}

const PHASE_WORDS = { before: '之前', after: '之后' } as const;

interface SampleCardProps {
  readonly sample: SampleView;
  readonly outcome: OutcomeView;
  readonly onVoid: () => void;
}

function SampleCard({ sample, outcome, onVoid }: SampleCardProps) {
  const now = useNow(60_000);
  const { pointName, phase, startedAt, endedAt, doneCount, missedCount, counterName, voiding } = sample;
  const { doneWord, missedWord } = outcome;
  const counts = `${doneWord} ${formatCount(doneCount)}，${missedWord} ${formatCount(missedCount)}`;
  const when = formatPeriod(startedAt, endedAt, now);
  const short = sample.isShort ? '，不满十分钟，不计入' : '';
  return (
    <Card>
      <Heading level={3}>{`${pointName}（${PHASE_WORDS[phase]}）`}</Heading>
      <Paragraph>{counts}</Paragraph>
      <Paragraph isSoft isSmall>{`${when}，${counterName}${short}`}</Paragraph>
      {voiding === null ? (
        <Row>
          <DeedButton text="作废" about={`${pointName} ${when} 的取样`} onPress={onVoid} />
        </Row>
      ) : (
        <Paragraph isSmall>{`已作废（${voiding.byName}）：${voiding.reason}`}</Paragraph>
      )}
    </Card>
  );
}

function VoidDialog({ sample, onClose }: { sample: SampleView; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  const command = useCommand('outcome.voidSample', {
    invalidates: ['outcome.getOutcome', 'outcome.listSamples', 'project.getProject'],
  });
  return (
    <CommandDialog
      title="作废这次取样？"
      verb="作废"
      keep="不作废"
      done="已作废"
      command={command}
      run={() => command.run({ requestId, sampleId: sample.sampleId, reason })}
      onClose={onClose}
    >
      <Paragraph>数字会从合计里减去，记录和原因留着；公开页上看得到作废了几次。</Paragraph>
      <TextAreaField
        label="为什么作废"
        hint={`至少 ${String(VOID_REASON_MINIMUM)} 个字`}
        value={reason}
        rows={2}
        maxLength={VOID_REASON_MAXIMUM}
        onChange={setReason}
      />
    </CommandDialog>
  );
}
