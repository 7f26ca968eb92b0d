/** 改岗位 (AT15.4): seats that are added go to the line first; who has one keeps the post as it was. */
import { useState } from 'react';

import type { PostView } from '@contract/post.contract';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { draftsOf, postPlanOf, postsProblem } from './post-draft';
import { PostFields } from './post-fields';

export interface PostsFormProps {
  readonly shiftId: string;
  readonly posts: readonly PostView[];
}

export function PostsForm({ shiftId, posts }: PostsFormProps) {
  const [drafts, setDrafts] = useState(() => draftsOf(posts));
  const [problem, setProblem] = useState<string | null>(null);
  const changing = useCommand('activity.changePosts', {
    invalidates: ['activity.getShift', 'activity.getActivity', 'attendance.listEnrolments'],
  });
  const words = changing.error === null ? null : messageOf(changing.error);
  const send = async () => {
    const found = postsProblem(drafts);
    setProblem(found);
    if (found !== null) return;
    const wanted = drafts.map((one) => ({ ...postPlanOf(one), postId: one.postId }));
    const input = { requestId: newRequestId(), shiftId, posts: wanted };
    // The refusal is shown below.
    const answer = await changing.run(input).catch(() => null);
    if (answer !== null) setDrafts(draftsOf(answer.shift.posts ?? []));
  };
  return (
    <Section title="改岗位">
      <Card>
        <Paragraph isSoft>
          增加的名额按先后自动给候补的人。有人报名或候补的岗位，名称和要求不能改，也不能去掉。
        </Paragraph>
        <PostFields
          posts={drafts}
          isLocked={changing.isRunning}
          isNeeded
          onChange={(next) => {
            setDrafts([...next]);
            setProblem(null);
          }}
        />
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
        <Button kind="secondary" isLoading={changing.isRunning} onPress={() => void send()}>
          保存岗位
        </Button>
      </Card>
    </Section>
  );
}
