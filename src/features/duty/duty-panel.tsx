/** 登记到岗 (AT6.1): who runs the shift is there, by the place or by somebody beside them. */
import { useCallback, useState } from 'react';

import type { HelpedInput } from '@contract/assist.contract';
import type { InputOf, OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CardScanner } from '@/lib/card-scanner';
import { dutyText } from '@/lib/duty-words';
import { formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { assistRoute, closingRoute, rotatingCodeRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { readLocation, type LocationReading } from '@/platform/location';
import { hasSystemScanner } from '@/platform/scan';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

type Proof = InputOf<'attendance.takeUpDuty'>['proof'];
type Denial = Extract<LocationReading, { ok: false }>['reason'];

export function DutyPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('attendance.getDuty', { shiftId });
  const now = useNow(30_000);
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={5} />}>
      {(duty) => (
        <>
          {duty.isOnDuty ? (
            <OnDuty shiftId={shiftId} />
          ) : (
            <TakeUp shiftId={shiftId} opensAt={duty.opensAt} now={now} />
          )}
          <Colleagues onDuty={duty.onDuty} now={now} />
        </>
      )}
    </Answer>
  );
}

function OnDuty({ shiftId }: { shiftId: string }) {
  return (
    <>
      <Notice tone="success" title="您已到岗">
        现在可以出示签到码、协助签到，结束前收队。到岗不计服务时长；您也参加服务的，请像大家一样签到。
      </Notice>
      <List>
        <ListRow icon="organise" title="出示签到码" onPress={() => openRoute(rotatingCodeRoute(shiftId))} />
        <ListRow icon="scan" title="协助签到" onPress={() => openRoute(assistRoute(shiftId))} />
        <ListRow icon="check-in" title="收队" onPress={() => openRoute(closingRoute(shiftId))} />
      </List>
    </>
  );
}

const DENIALS: Readonly<Record<Denial, string>> = {
  permissionDenied: '没有获得位置权限。请在设置里允许，或扫现场另一个人的志愿者证。',
  unavailable: '这台设备现在没有位置。请扫现场另一个人的志愿者证。',
  timeout: '等了十秒还没有位置。请到开阔处再试，或扫现场另一个人的志愿者证。',
};

function useTakeUp(shiftId: string) {
  const [requestId] = useState(newRequestId);
  const [denial, setDenial] = useState<Denial | null>(null);
  const [isLocating, setLocating] = useState(false);
  const command = useCommand('attendance.takeUpDuty', {
    invalidates: ['attendance.getDuty', 'attendance.getCheckInSeed', 'attendance.getClosing'],
  });
  const { run } = command;
  const prove = useCallback(
    async (proof: Proof): Promise<void> => {
      try {
        await run({ requestId, shiftId, proof });
        showToast('已到岗');
      } catch {
        // The card shows `command.error`.
      }
    },
    [requestId, run, shiftId],
  );
  const locate = async (): Promise<void> => {
    setLocating(true);
    const fix = await readLocation();
    setLocating(false);
    setDenial(fix.ok ? null : fix.reason);
    if (!fix.ok) return;
    const { latitude, longitude, accuracyMeters } = fix;
    await prove({ kind: 'location', latitude, longitude, accuracyMeters });
  };
  return { prove, locate, denial, isBusy: isLocating || command.isRunning, error: command.error };
}

interface TakeUpProps {
  readonly shiftId: string;
  readonly opensAt: number;
  readonly now: number;
}

function TakeUp({ shiftId, opensAt, now }: TakeUpProps) {
  const { prove, locate, denial, isBusy, error } = useTakeUp(shiftId);
  const onCard = useCallback(
    async ({ volunteerId, card }: HelpedInput) => {
      if (card !== null) await prove({ kind: 'card', volunteerId, ...card });
    },
    [prove],
  );
  const words = error === null ? null : messageOf(error);
  const refusal =
    words === null ? null : (
      <Notice tone="error" title={words.title}>
        {words.nextStep}
      </Notice>
    );
  return (
    <Card>
      <Paragraph>
        组织者到了现场，才能出示签到码、协助签到和收队。自己的签到码不能证明您在场；用定位，或请身边一位志愿者出示他的证。
      </Paragraph>
      {now < opensAt ? (
        <Notice tone="info">{`${formatInstant(opensAt, now)} 起可以登记到岗。`}</Notice>
      ) : null}
      <Button size="large" icon="place" onPress={() => void locate()} isLoading={isBusy}>
        用定位登记到岗
      </Button>
      <CardScanner
        text="扫身边志愿者的证"
        isMain={false}
        hint="扫他手机上或打印的志愿者证，一张就够。"
        onCard={onCard}
        result={refusal}
      />
      {denial === null ? null : <Notice tone="warning">{DENIALS[denial]}</Notice>}
      {hasSystemScanner ? null : refusal}
    </Card>
  );
}

type OnDutyList = OutputOf<'attendance.getDuty'>['onDuty'];

function Colleagues({ onDuty, now }: { onDuty: OnDutyList; now: number }) {
  return (
    <Section title={`到岗的组织者（${String(onDuty.length)} 人）`}>
      {onDuty.length === 0 ? (
        <Card>
          <Paragraph isSoft>还没有人到岗。</Paragraph>
        </Card>
      ) : (
        <List>
          {onDuty.map((duty) => (
            <ListRow
              key={`${duty.name} ${String(duty.at)}`}
              title={duty.isMine ? `${duty.name}（您）` : duty.name}
              detail={dutyText(duty, now)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
