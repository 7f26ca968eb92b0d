/** Writes the story: one field, a line for each paragraph. */
import { useState } from 'react';

import { PARAGRAPH_MAXIMUM, SAFEGUARDS_MAXIMUM, STORY_MAXIMUM_PARAGRAPHS } from '@contract/project.contract';
import { Answer } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { projectPicturesRoute, projectRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Paragraph, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { paragraphsOf, problemOf } from './paragraphs';

export function StoryPanel({ projectId }: { projectId: string }) {
  const found = useProcedure('project.getProject', { projectId });
  return (
    <Answer of={found}>
      {({ project, story, safeguards }) => (
        <Section
          title={`${project.title}的故事`}
          action={
            <Button kind="text" onPress={() => openRoute(projectPicturesRoute(projectId))}>
              故事的照片
            </Button>
          }
        >
          <StoryForm projectId={projectId} kept={{ story, safeguards }} />
        </Section>
      )}
    </Answer>
  );
}

interface StoryFormProps {
  readonly projectId: string;
  readonly kept: { readonly story: readonly string[]; readonly safeguards: string };
}

function StoryForm({ projectId, kept }: StoryFormProps) {
  const [text, setText] = useState(kept.story.join('\n\n'));
  const [safeguards, setSafeguards] = useState(kept.safeguards);
  const [isDone, setDone] = useState(false);
  const edit = useCommand('project.editStory', { invalidates: ['project.getProject'] });
  const problem = problemOf(text);
  const message = edit.error === null ? null : messageOf(edit.error);
  const save = async (): Promise<void> => {
    try {
      await edit.run({ requestId: newRequestId(), projectId, story: paragraphsOf(text), safeguards });
      setDone(true);
    } catch {
      // `error` says why.
    }
  };
  return (
    <>
      <Paragraph isSoft>写给路过的人看：为什么做、怎么做、带来了什么。请不要写受助人的姓名和住址。</Paragraph>
      <TextAreaField
        label="故事"
        rows={14}
        value={text}
        maxLength={STORY_MAXIMUM_PARAGRAPHS * PARAGRAPH_MAXIMUM}
        hint={`换一行就是新的一段，最多 ${String(STORY_MAXIMUM_PARAGRAPHS)} 段`}
        error={problem ?? undefined}
        onChange={(next) => {
          setDone(false);
          setText(next);
        }}
      />
      <TextAreaField
        label="安全保障"
        isOptional
        rows={4}
        value={safeguards}
        maxLength={SAFEGUARDS_MAXIMUM}
        hint="怎么做不会有人受伤：站在哪里、什么天气停止、有什么保险。复制到别的县时会带上。"
        onChange={(next) => {
          setDone(false);
          setSafeguards(next);
        }}
      />
      {message === null ? null : (
        <Notice tone="error" title={message.title}>
          {message.nextStep}
        </Notice>
      )}
      {isDone ? (
        <Notice
          tone="success"
          title="故事已保存"
          next={{ text: '看项目页', onPress: () => openRoute(projectRoute(projectId)) }}
        >
          所有人都能读到了。
        </Notice>
      ) : null}
      <Button isLoading={edit.isRunning} disabled={problem !== null} onPress={() => void save()}>
        保存故事
      </Button>
    </>
  );
}
