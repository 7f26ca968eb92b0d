/** 分岗位 (AT15): what each kind of work is called, its seats, and what it asks for. */
import { POST_LIMITS } from '@domain/activity/post';
import { SKILLS } from '@domain/volunteer/profile';
import { SKILL_WORDS } from '@/lib/skill-words';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Text, View } from '@/ui/primitives';

import { NEW_POST, type PostDraft } from './post-draft';

const NONE = 'none';
const SKILL_OPTIONS = [
  { value: NONE, text: '不要求' },
  ...SKILLS.map((value) => ({ value, text: `会${SKILL_WORDS[value]}` })),
];

export interface PostFieldsProps {
  readonly posts: readonly PostDraft[];
  readonly isLocked: boolean;
  /** of a shift that has posts: one must stay */
  readonly isNeeded?: boolean;
  readonly onChange: (posts: readonly PostDraft[]) => void;
}

export function PostFields({ posts, isLocked, isNeeded = false, onChange }: PostFieldsProps) {
  const courses = useProcedure('training.listChoices', {}, { enabled: posts.length > 0 }).data?.courses;
  const change = (index: number, part: Partial<PostDraft>): void => {
    onChange(posts.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <>
      {posts.map((post, index) => (
        <OnePost
          key={String(index)}
          number={index + 1}
          post={post}
          isLocked={isLocked}
          courses={courses ?? []}
          onChange={(part) => change(index, part)}
          {...(isNeeded && posts.length === 1
            ? {}
            : { onRemove: () => onChange(posts.filter((_one, at) => at !== index)) })}
        />
      ))}
      <View className="xf-row">
        <Button
          kind="text"
          size="small"
          disabled={isLocked || posts.length >= POST_LIMITS.maximumPosts}
          onPress={() => onChange([...posts, NEW_POST])}
        >
          {posts.length === 0 ? '分岗位报名' : '加一个岗位'}
        </Button>
        <Text className="xf-text--soft xf-text--small">
          {posts.length === 0 ? '如引导、急救、后勤，各有各的名额和要求' : '总名额是各岗位加起来'}
        </Text>
      </View>
    </>
  );
}

interface OnePostProps {
  readonly number: number;
  readonly post: PostDraft;
  readonly isLocked: boolean;
  readonly courses: readonly { readonly courseId: string; readonly title: string }[];
  readonly onChange: (part: Partial<PostDraft>) => void;
  readonly onRemove?: () => void;
}

function OnePost({ number, post, isLocked, courses, onChange, onRemove }: OnePostProps) {
  const { name, seats, minimumAge, courseId, skill } = post;
  const which = `岗位 ${String(number)}`;
  const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
  return (
    <View className="editor__post">
      <View className="editor__three">
        <TextField
          label={which}
          value={name}
          maxLength={POST_LIMITS.maximumNameLength}
          placeholder="如：秩序引导"
          disabled={isLocked}
          onChange={(text) => onChange({ name: text })}
        />
        <TextField
          label={`${which} 名额`}
          kind="digits"
          value={seats}
          maxLength={4}
          disabled={isLocked}
          onChange={(text) => onChange({ seats: digits(text) })}
        />
        <TextField
          label={`${which} 最低年龄`}
          isOptional
          kind="digits"
          value={minimumAge}
          maxLength={2}
          disabled={isLocked}
          onChange={(text) => onChange({ minimumAge: digits(text) })}
        />
      </View>
      {courses.length === 0 && courseId === '' ? null : (
        <SelectField
          label={`${which} 要先完成的培训`}
          value={courseId === '' ? NONE : courseId}
          options={[
            { value: NONE, text: '不要求' },
            ...courses.map((one) => ({ value: one.courseId, text: one.title })),
            ...(courseId === '' || courses.some((one) => one.courseId === courseId)
              ? []
              : [{ value: courseId, text: '一门已经停开的课程' }]),
          ]}
          disabled={isLocked}
          onChange={(value) => onChange({ courseId: value === NONE ? '' : value })}
        />
      )}
      <SelectField
        label={`${which} 要会的技能`}
        value={skill === '' ? NONE : skill}
        options={SKILL_OPTIONS}
        disabled={isLocked}
        onChange={(value) => onChange({ skill: SKILLS.find((one) => one === value) ?? '' })}
      />
      {onRemove === undefined ? null : (
        <Button kind="text" size="small" label={`去掉${which}`} disabled={isLocked} onPress={onRemove}>
          去掉这个岗位
        </Button>
      )}
    </View>
  );
}
