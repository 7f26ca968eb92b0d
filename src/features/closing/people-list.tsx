/** Who has a record of the shift, and by what: what a reviewer looks at one by one. */
import { useState } from 'react';

import type { ShiftPerson } from '@contract/closing.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatClock, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { LATE_WORDS, METHOD_WORDS, STATE_WORDS } from '@/lib/presence-words';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { VoidDialog } from './void-dialog';

interface PeopleListProps {
  readonly shiftId: string;
  readonly mayVoid: boolean;
}

export function PeopleList({ shiftId, mayVoid }: PeopleListProps) {
  const pages = usePages('attendance.listShiftPeople', shiftId, (cursor) => ({ shiftId, cursor }));
  const [asked, setAsked] = useState<ShiftPerson | null>(null);
  return (
    <Section title="到过的人">
      <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
        {(found) => {
          const people = found.flatMap((page) => page.people);
          if (people.length === 0) {
            return <EmptyState icon="people" title="还没有人签到" text="签到的人会列在这里。" />;
          }
          return (
            <>
              {people.map((person) => (
                <PersonCard
                  key={person.attendanceId}
                  person={person}
                  onVoid={mayVoid ? () => setAsked(person) : null}
                />
              ))}
              <MoreButton of={pages} />
              {asked === null ? null : (
                <VoidDialog
                  key={asked.attendanceId}
                  attendanceId={asked.attendanceId}
                  onClose={() => setAsked(null)}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function PersonCard({ person, onVoid }: { person: ShiftPerson; onVoid: (() => void) | null }) {
  const { maskedName, state, late, checkedOutAt, creditedMinutes, isHeld, isOnDuty, isOwn } = person;
  const { text, tone } = STATE_WORDS[state];
  return (
    <Card>
      <Row isSpread>
        <Heading level={3} className="xf-section__title">
          {maskedName}
        </Heading>
        <Tag tone={isHeld ? 'amber' : tone}>{isHeld ? '复核中' : text}</Tag>
      </Row>
      <Paragraph isSoft>{presenceText(person)}</Paragraph>
      {late !== null || isOnDuty || isOwn ? (
        <Row>
          {late === null ? null : <Tag tone={LATE_WORDS[late].tone}>{LATE_WORDS[late].text}</Tag>}
          {isOnDuty ? <Tag>到岗的组织者</Tag> : null}
          {isOwn ? <Tag>您自己</Tag> : null}
        </Row>
      ) : null}
      {state === 'voided' ? null : (
        <Row isSpread>
          <Paragraph>
            {checkedOutAt === null ? '还没有时长' : `计 ${formatMinutes(creditedMinutes)}`}
          </Paragraph>
          {onVoid === null || isOwn ? null : (
            <Button kind="text" label={`作废 ${maskedName} 的记录`} onPress={onVoid}>
              作废
            </Button>
          )}
        </Row>
      )}
    </Card>
  );
}

/** `08:55 扫码签到，11:02 定位签退`. */
function presenceText({ checkedInAt, checkedInBy, checkedOutAt, checkedOutBy }: ShiftPerson): string {
  if (checkedInAt === null) return '没有签到';
  const means = (method: ShiftPerson['checkedInBy']): string => (method === null ? '' : METHOD_WORDS[method]);
  const arrived = `${formatClock(checkedInAt)} ${means(checkedInBy)}签到`;
  return checkedOutAt === null
    ? `${arrived}，没有签退`
    : `${arrived}，${formatClock(checkedOutAt)} ${means(checkedOutBy)}签退`;
}
