/** 改时间和地点 of one published shift: the fields of the editor, for this shift alone (AT14). */
import { useState } from 'react';

import { MEETING_POINT_MAXIMUM } from '@contract/change.contract';
import type { OutputOf } from '@contract/procedures';
import { changeClosesAt } from '@domain/activity/change-shift';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { rosterRoute, shiftRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph, Section } from '@/ui/layout';
import { EmptyState, Notice } from '@/ui/states';

import { draftFromActivity, inputOf, planOf, type ActivityDraft } from './activity-draft';
import './organiser.scss';
import { PlaceFields } from './place-fields';
import { TimeFields } from './shift-fields';
import { problemsOf, type DraftProblems } from './validate-draft';

type Shown = OutputOf<'activity.getShift'>;

export function ChangePanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('activity.getShift', { shiftId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
      {(data) => {
        const closesAt = changeClosesAt(data.shift);
        if (data.shift.state === 'cancelled' || closesAt <= serverNow()) {
          return (
            <EmptyState
              icon="time"
              title="这个场次不能再改了"
              text="已经取消，或马上要开始签到。确有变化，请当面告诉大家。"
              next={{ text: '看报名的人', onPress: () => openRoute(rosterRoute(shiftId)) }}
            />
          );
        }
        return <ChangeForm data={data} closesAt={closesAt} />;
      }}
    </Answer>
  );
}

/** Of a draft that holds this shift only: what the form does not show is not asked about. */
function problemsShown(draft: ActivityDraft, now: number): DraftProblems {
  const { fields, shiftTimes } = problemsOf(draft, now);
  const { placeName, community, position, radiusMeters } = fields;
  const shown = Object.fromEntries(
    Object.entries({ placeName, community, position, radiusMeters }).filter(([, text]) => text !== undefined),
  );
  const count = Object.keys(shown).length + Object.keys(shiftTimes).length;
  return { fields: shown, shiftTimes, shiftSeats: {}, count };
}

const NO_PROBLEMS: DraftProblems = { fields: {}, shiftTimes: {}, shiftSeats: {}, count: 0 };

function useChange({ shift, activity }: Shown) {
  const [draft, setDraft] = useState(() =>
    draftFromActivity({ activity, description: '', shifts: [shift] }, serverNow()),
  );
  const [meetingPoint, setMeetingPoint] = useState(shift.meetingPoint);
  const [wasTried, setTried] = useState(false);
  // The same form sent again is the same change; another form is another one.
  const [requestId, setRequestId] = useState(newRequestId);
  const changing = useCommand('activity.changeShift', {
    invalidates: [
      'activity.getShift',
      'activity.getActivity',
      'activity.listUpcomingActivities',
      'activity.listOrganisedActivities',
      'attendance.listMyCurrent',
    ],
  });
  const problems = wasTried ? problemsShown(draft, serverNow()) : NO_PROBLEMS;
  const send = async (): Promise<void> => {
    setTried(true);
    const [only] = draft.shifts;
    const plan = only === undefined ? null : planOf(only);
    if (plan === null || problemsShown(draft, serverNow()).count > 0) return;
    const { place } = inputOf(draft, requestId, true);
    await changing.run({
      requestId,
      shiftId: shift.shiftId,
      ...plan,
      place,
      meetingPoint: meetingPoint.trim(),
    });
    openRoute(shiftRoute(shift.shiftId));
  };
  const change = (update: (current: ActivityDraft) => ActivityDraft): void => {
    setRequestId(newRequestId());
    setDraft(update);
  };
  const say = (text: string): void => {
    setRequestId(newRequestId());
    setMeetingPoint(text);
  };
  return { draft, change, meetingPoint, say, problems, changing, send };
}

function ChangeForm({ data, closesAt }: { data: Shown; closesAt: number }) {
  const { draft, change, meetingPoint, say, problems, changing, send } = useChange(data);
  const projects = useProcedure('activity.listOrganisedProjects', {});
  const [only] = draft.shifts;
  const words = changing.error === null ? null : messageOf(changing.error);
  const isLocked = changing.isRunning;
  const part = { draft, problems, isLocked, change, projects: projects.data?.projects ?? [] };
  return (
    <>
      <Notice tone="info">
        {`可以改到 ${formatInstant(closesAt, serverNow())}。保存后，报名和候补的人会看到原来的和改后的安排，开了提醒的会收到消息；他们可以取消，不算临时取消。`}
      </Notice>
      <Section title="时间">
        <Card>
          {only === undefined ? null : (
            <TimeFields
              shift={only}
              timeProblem={problems.shiftTimes[only.key]}
              isLocked={isLocked}
              onChange={(next) => change((current) => ({ ...current, shifts: [next] }))}
            />
          )}
          <Paragraph isSoft isSmall>
            可以改到同一天或以后的日子；休息时间跟着开始时间一起移动。
          </Paragraph>
        </Card>
      </Section>
      <PlaceFields {...part} />
      <Section title="集合点">
        <Card>
          <TextField
            label="到了地点，在哪里集合"
            isOptional
            value={meetingPoint}
            maxLength={MEETING_POINT_MAXIMUM}
            placeholder="例如：广场东门的旗杆下"
            disabled={isLocked}
            onChange={say}
          />
        </Card>
      </Section>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button
        size="large"
        isLoading={changing.isRunning}
        onPress={() => {
          // The refusal is shown above.
          send().catch(() => undefined);
        }}
      >
        保存并通知大家
      </Button>
    </>
  );
}
