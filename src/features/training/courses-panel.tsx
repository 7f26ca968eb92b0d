/** 培训课程: what one holds and until when, where the next training is; an office offers and ends courses. */
import { useState } from 'react';

import type { CourseView } from '@contract/training.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { shiftRoute } from '@/lib/routes';
import { standingWords } from '@/lib/training-words';
import { importDivisionOf, useMe } from '@/lib/use-me';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Stack, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { AddCourse } from './add-course';
import { validityText } from './validity';

export function CoursesPanel() {
  const divisionCode = importDivisionOf(useMe().data);
  const pages = usePages('training.listCourses', '', (cursor) => ({ cursor }));
  return (
    <>
      {divisionCode === null ? null : <AddCourse divisionCode={divisionCode} />}
      <Section title="现在开的课程">
        <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
          {(found) => {
            const courses = found.flatMap((page) => page.courses);
            if (courses.length === 0)
              return (
                <EmptyState title="还没有开课程" text="县、市办公室开课以后，会在这里写明下一场在哪里。" />
              );
            return (
              <Stack>
                {courses.map((course) => (
                  <CourseCard key={course.courseId} course={course} />
                ))}
              </Stack>
            );
          }}
        </Answer>
        <MoreButton of={pages} />
      </Section>
    </>
  );
}

function CourseCard({ course }: { course: CourseView }) {
  const now = useNow(60_000);
  const [isAsked, setAsked] = useState(false);
  const { title, summary, validDays, divisionName, mine, next, canRetire } = course;
  const { tag, tone, detail } = standingWords(mine);
  return (
    <Card>
      <Row isSpread>
        <Heading level={3}>{title}</Heading>
        {mine.kind === 'unknown' ? null : <Tag tone={tone}>{tag}</Tag>}
      </Row>
      {summary === '' ? null : <Paragraph>{summary}</Paragraph>}
      <Paragraph isSoft>
        {[
          `完成后${validityText(validDays)}内有效`,
          divisionName,
          ...(mine.kind === 'held' ? [detail] : []),
        ].join('，')}
      </Paragraph>
      {next === null ? (
        <Paragraph isSoft>近期没有安排。</Paragraph>
      ) : (
        <Button kind="secondary" onPress={() => openRoute(shiftRoute(next.shiftId))}>
          {`下一场：${formatPeriod(next.startsAt, next.endsAt, now)}`}
        </Button>
      )}
      {canRetire ? (
        <Button
          kind="text"
          label={`停开${title}`}
          onPress={() => {
            setAsked(true);
          }}
        >
          停开这门课程
        </Button>
      ) : null}
      {isAsked ? (
        <RetireDialog
          course={course}
          onClose={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </Card>
  );
}

function RetireDialog({ course, onClose }: { course: CourseView; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const retiring = useCommand('training.retireCourse', { invalidates: ['training.listCourses'] });
  return (
    <CommandDialog
      title={`停开“${course.title}”？`}
      verb="停开"
      keep="先不停"
      done="已停开"
      command={retiring}
      run={() => retiring.run({ requestId, courseId: course.courseId })}
      onClose={onClose}
    >
      <Paragraph>不能再用它发布培训，也不能再要求它；已经完成的人在有效期内仍然有效。</Paragraph>
    </CommandDialog>
  );
}
