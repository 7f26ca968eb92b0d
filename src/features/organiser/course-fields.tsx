/** 课程 (TR1, TR3): which course a training teaches, and which ones one must have completed to take part. */
import { MAXIMUM_REQUIRED_COURSES } from '@contract/training.contract';
import type { OutputOf } from '@contract/procedures';
import { useProcedure } from '@/lib/use-procedure';
import { SelectField } from '@/ui/field';
import { Paragraph, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Tick } from '@/ui/tick';

import type { DraftPartProps } from './place-fields';

const NONE = 'none';

/** Nothing to choose where no course is offered: no fields. */
export function CourseFields({ draft, isLocked, change }: FieldsProps) {
  const choices = useProcedure('training.listChoices', {}).data;
  const { courseId, requiredCourseIds } = draft;
  if (choices === undefined) return null;
  const { courses } = choices;
  // Of an activity that is copied: they are offered no more, and must go before it can be published.
  const ended = requiredCourseIds.filter((id) => courses.every((one) => one.courseId !== id));
  if (courses.length === 0 && ended.length === 0 && courseId === '') return null;
  const isTraining = draft.trainingValidDays !== '';
  const toggle = (id: string, isOn: boolean): void => {
    change((current) => {
      const others = current.requiredCourseIds.filter((one) => one !== id);
      if (isOn && others.length >= MAXIMUM_REQUIRED_COURSES) return current;
      return { ...current, requiredCourseIds: isOn ? [...others, id] : others };
    });
  };
  return (
    <Section title="培训课程">
      <View className="xf-card">
        {isTraining ? <TaughtCourse {...{ draft, isLocked, change, courses }} /> : null}
        <Paragraph isSoft>
          {`要先完成哪些培训？没有的人不能报名。最多 ${String(MAXIMUM_REQUIRED_COURSES)} 门，可以不选。`}
        </Paragraph>
        {ended.map((id) => (
          <Tick
            key={id}
            text="要求：一门已经停开的课程，请取消"
            isOn
            onChange={() => {
              if (!isLocked) toggle(id, false);
            }}
          />
        ))}
        {courses
          .filter((one) => one.courseId !== courseId)
          .map((one) => (
            <Tick
              key={one.courseId}
              text={`要求：${one.title}`}
              isOn={requiredCourseIds.includes(one.courseId)}
              onChange={(isOn) => {
                if (!isLocked) toggle(one.courseId, isOn);
              }}
            />
          ))}
      </View>
    </Section>
  );
}

type FieldsProps = Omit<DraftPartProps, 'problems'>;
interface TaughtCourseProps extends FieldsProps {
  readonly courses: OutputOf<'training.listChoices'>['courses'];
}

function TaughtCourse({ draft: { courseId }, isLocked, change, courses }: TaughtCourseProps) {
  return (
    <SelectField
      label="讲哪门课程"
      hint="选了课程，完成的人在课程的有效期内算有这门培训。"
      value={courseId === '' ? NONE : courseId}
      options={[
        { value: NONE, text: '不属于哪门课程' },
        ...courses.map((one) => ({ value: String(one.courseId), text: one.title })),
      ]}
      disabled={isLocked}
      onChange={(value) => {
        const id = value === NONE ? '' : value;
        change((current) => ({
          ...current,
          courseId: id,
          requiredCourseIds: current.requiredCourseIds.filter((one) => one !== id),
        }));
      }}
    />
  );
}
