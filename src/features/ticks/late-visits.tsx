/** 补传待认 (AT5): the organiser says whether these people were there; until then they do not count as STRICT. */
import { useState } from 'react';

import type { LateVisit } from '@contract/ticks.contract';
import { formatClock, formatInstant, formatMinutes } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { MoreButton } from '@/lib/more-button';
import { DEED_WORDS } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { nameOf } from './person-standing';

export function LateVisits({ shiftId }: { shiftId: string }) {
  const pages = usePages('attendance.listLateVisits', shiftId, (cursor) => ({ shiftId, cursor }));
  // The roster below says what is wrong when nothing can be read.
  const visits = pages.data?.flatMap((page) => page.visits) ?? [];
  if (visits.length === 0) return null;
  return (
    <Section title="补传，等您认可">
      <Paragraph isSoft isSmall>
        这些人在没有网络时扫了码，后来才上传。您见到过本人就认可；没见过的，不认可就不计时长。
      </Paragraph>
      {visits.map((visit) => (
        <LateCard key={visit.volunteerId} visit={visit} shiftId={shiftId} />
      ))}
      <MoreButton of={pages} />
    </Section>
  );
}

function LateCard({ visit, shiftId }: { visit: LateVisit; shiftId: string }) {
  const now = useNow(60_000);
  const [isRefusing, setRefusing] = useState(false);
  // The same while this card is shown: a second press is the same request.
  const [requestId] = useState(newRequestId);
  const review = useCommand('attendance.reviewLateVisit', {
    invalidates: ['attendance.listLateVisits', 'attendance.listTickRoster', 'attendance.listArrivals'],
  });
  const message = review.error === null ? null : messageOf(review.error);
  const say = (verdict: 'vouch' | 'refuse') => {
    setRefusing(false);
    // The refusal is shown above; nothing more is to be done with it here.
    review.run({ requestId, shiftId, volunteerId: visit.volunteerId, verdict }).catch(() => undefined);
  };
  return (
    <Card>
      <Heading level={3}>{nameOf(visit)}</Heading>
      <Paragraph>{scanText(visit)}</Paragraph>
      <Paragraph isSoft isSmall>{`${formatInstant(visit.uploadedAt, now)} 上传`}</Paragraph>
      {message === null ? null : (
        <Notice tone="error" title={message.title}>
          {message.nextStep}
        </Notice>
      )}
      <Row>
        <Button
          kind="secondary"
          size="small"
          label={`认可${nameOf(visit)}的补传`}
          isLoading={review.isRunning}
          onPress={() => say('vouch')}
        >
          认可
        </Button>
        <Button
          kind="text"
          size="small"
          label={`不认可${nameOf(visit)}的补传`}
          onPress={() => setRefusing(true)}
        >
          不认可
        </Button>
      </Row>
      <Sheet
        isOpen={isRefusing}
        title={`不认可${visit.maskedName}的补传？`}
        onClose={() => setRefusing(false)}
        actions={<Button onPress={() => say('refuse')}>确定不认可</Button>}
      >
        <Paragraph>
          补传的签到或签退将不算数，这一场的时长会减少或没有，本人能看到。记录都保留，不能撤回。
        </Paragraph>
      </Sheet>
    </Card>
  );
}

function scanText({ waiting, checkedInAt, checkedOutAt, creditedMinutes }: LateVisit): string {
  const times = { checkIn: checkedInAt, checkOut: checkedOutAt };
  const scans = waiting.map((deed) => {
    const at = times[deed];
    return `${at === null ? '' : `${formatClock(at)} `}扫码${DEED_WORDS[deed].verb}`;
  });
  const minutes = creditedMinutes === 0 ? '' : `，时长 ${formatMinutes(creditedMinutes)}`;
  return `${scans.join('，')}（补传）${minutes}`;
}
