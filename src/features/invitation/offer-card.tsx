/** One shift of an invitation: when, where, why it fits, and coming by one tap. */
import { useState } from 'react';

import { distanceMeters } from '@domain/geography/distance';
import type { OfferView } from '@contract/wake.contract';
import { formatDistance, formatPeriod } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { outbox } from '@/lib/outbox';
import { ReminderOffer } from '@/lib/reminder-offer';
import { newRequestId } from '@/lib/request-id';
import { shiftRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export interface Here {
  readonly latitude: number;
  readonly longitude: number;
}

const NEARNESS_WORDS: Readonly<Record<OfferView['nearness'], string>> = {
  community: '就在您的村（社区）',
  township: '在您的乡镇（街道）',
  county: '在您的县（市）',
  beyond: '在别的县（市）',
};

function seatsText({ capacity, takenCount }: OfferView['shift']): string {
  return capacity === null ? '不限名额' : `还剩 ${String(Math.max(0, capacity - takenCount))} 个名额`;
}

export function OfferCard({ offer, here }: { offer: OfferView; here: Here | null }) {
  const { shift, nearness, isOfField } = offer;
  const now = useNow(60_000);
  return (
    <Card>
      <Heading level={2}>{shift.title}</Heading>
      <Paragraph>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Paragraph>
      <Paragraph isSoft>{`${shift.place.name} · ${seatsText(shift)}`}</Paragraph>
      <Row>
        <Tag tone="green">{NEARNESS_WORDS[nearness]}</Tag>
        {isOfField ? <Tag>和您做过的相近</Tag> : null}
        {here === null ? null : <Tag>{`离您 ${formatDistance(distanceMeters(here, shift.place))}`}</Tag>}
      </Row>
      <Coming shift={shift} />
      <Button
        kind="text"
        label={`${shift.title}，看详情`}
        onPress={() => openRoute(shiftRoute(shift.shiftId))}
      >
        看详情
      </Button>
    </Card>
  );
}

/** Where the risk is raised one reads of it first, on the shift's own page. */
function Coming({ shift: { shiftId, title, riskLevel } }: Pick<OfferView, 'shift'>) {
  const [outcome, setOutcome] = useState<'enrolled' | 'waiting' | 'already' | null>(null);
  const enrolling = useCommand('attendance.enrol', {
    invalidates: ['activity.getShift', 'activity.getActivity', 'attendance.listMyCurrent'],
    send: (input) => outbox.send('attendance.enrol', input),
  });
  const problem = enrolling.error === null ? null : messageOf(enrolling.error);
  const enrol = async (): Promise<void> => {
    const input = { requestId: newRequestId(), shiftId, childIds: [], whenFull: 'refuse' as const };
    // What went wrong is shown below.
    const done = await enrolling.run(input).catch(() => null);
    if (done !== null) setOutcome(done.outcome);
  };
  if (outcome !== null)
    return (
      <>
        <Notice tone="success" title="已报名">
          到时候见。来不了，请在场次页取消，名额会让给别人。
        </Notice>
        <ReminderOffer occasion={{ kind: 'enrolled', shiftId }} />
      </>
    );
  return (
    <>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      {riskLevel === 'general' ? (
        <Button label={`我来：${title}`} isLoading={enrolling.isRunning} onPress={() => void enrol()}>
          我来
        </Button>
      ) : (
        <Button label={`看了风险再报名：${title}`} onPress={() => openRoute(shiftRoute(shiftId))}>
          看了风险再报名
        </Button>
      )}
    </>
  );
}
