/** 要先完成的培训 (TR3): what is lacking leads to the next training with one tap. */
import type { ActivityView, ShiftView } from '@contract/activity.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatPeriod } from '@/lib/format';
import { openRoute } from '@/lib/open-route';
import { shiftRoute } from '@/lib/routes';
import { standingWords } from '@/lib/training-words';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

interface RequirementsCardProps {
  readonly activity: ActivityView;
  readonly shift: ShiftView;
}

export function RequirementsCard({ activity, shift }: RequirementsCardProps) {
  const isAsked = (shift.posts ?? []).some(({ requiredCourse }) => requiredCourse !== null);
  return activity.requiredCourses === undefined && !isAsked ? null : (
    <Requirements activity={activity} shift={shift} />
  );
}

/** Names of the posts that ask for it; none: everybody must have it (AT15.1). */
function postsAsking({ activity, shift }: RequirementsCardProps, courseId: string): string {
  if (activity.requiredCourses?.some((one) => one.courseId === courseId) === true) return '';
  const asking = (shift.posts ?? []).filter((post) => post.requiredCourse?.courseId === courseId);
  return `（岗位：${asking.map(({ name }) => name).join('、')}）`;
}

function Requirements({ activity, shift }: RequirementsCardProps) {
  const now = useNow(60_000);
  const answer = useProcedure('training.getRequirements', { shiftId: shift.shiftId });
  return (
    <Section title="要先完成的培训">
      <Answer of={answer} skeleton={<CardSkeleton lines={2} />}>
        {({ requirements }) => (
          <List>
            {requirements.map(({ courseId, title, standing, next }) => {
              const { tag, tone, detail } = standingWords(standing);
              const way =
                next === null
                  ? '近期没有安排这门培训'
                  : `下一场：${formatPeriod(next.startsAt, next.endsAt, now)}，${next.placeName}`;
              const isHeld = standing.kind === 'held';
              return (
                <ListRow
                  key={courseId}
                  title={`${title}${postsAsking({ activity, shift }, courseId)}`}
                  detail={isHeld ? detail : [detail, way]}
                  value={<Tag tone={tone}>{tag}</Tag>}
                  {...(isHeld || next === null ? {} : { onPress: () => openRoute(shiftRoute(next.shiftId)) })}
                />
              );
            })}
          </List>
        )}
      </Answer>
    </Section>
  );
}
