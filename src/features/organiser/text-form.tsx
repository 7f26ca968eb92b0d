/** 改说明 of an activity that is published: nobody is told, everybody reads the new one (AT14.5). */
import { useState } from 'react';

import { changeText } from '@contract/change.contract';
import type { OutputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { activityRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextAreaField, TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

export function TextPanel({ activityId }: { activityId: string }) {
  const answer = useProcedure('activity.getActivity', { activityId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
      {(data) => <TextForm data={data} />}
    </Answer>
  );
}

function TextForm({ data }: { data: OutputOf<'activity.getActivity'> }) {
  const { activityId, title } = data.activity;
  const [summary, setSummary] = useState(data.activity.summary);
  const [description, setDescription] = useState(data.description);
  const [wasTried, setTried] = useState(false);
  const changing = useCommand('activity.changeText', {
    invalidates: [
      'activity.getActivity',
      'activity.listUpcomingActivities',
      'activity.listOrganisedActivities',
    ],
  });
  const { shape } = changeText.input;
  const isSummaryFit = shape.summary.safeParse(summary).success;
  const isDescriptionFit = shape.description.safeParse(description).success;
  const words = changing.error === null ? null : messageOf(changing.error);
  const send = async (): Promise<void> => {
    setTried(true);
    if (!isSummaryFit || !isDescriptionFit) return;
    await changing.run({ requestId: newRequestId(), activityId, summary, description });
    openRoute(activityRoute(activityId));
  };
  return (
    <Card>
      <Heading level={2}>{title}</Heading>
      <Paragraph isSoft isSmall>
        名称不能改：服务记录和证明上写着它。时间和地点在场次的“报名和候补”里改。
      </Paragraph>
      <TextField
        label="一句话简介"
        isOptional
        value={summary}
        maxLength={80}
        onChange={setSummary}
        error={wasTried && !isSummaryFit ? '请写在一行里，不超过 80 个字。' : undefined}
      />
      <TextAreaField
        label="活动说明"
        value={description}
        maxLength={2000}
        onChange={setDescription}
        error={wasTried && !isDescriptionFit ? '请写 10 到 2000 个字。' : undefined}
      />
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
        保存说明
      </Button>
    </Card>
  );
}
