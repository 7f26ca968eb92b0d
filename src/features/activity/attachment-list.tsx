/** 附件 of an activity (PT5): what each is and how large, fetched by a tap. */
import type { AttachmentView } from '@contract/attachment.contract';
import { callProcedure } from '@/lib/api';
import { formatBytes } from '@/lib/format-bytes';
import type { Message } from '@/lib/message-kit';
import { messageOf } from '@/lib/messages.zh-CN';
import { openFile } from '@/platform/open-file';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';
import { useState } from 'react';

const NOT_OPENED: Message = { title: '没有打开', nextStep: '请看看网络，再点一次。' };
const KIND_WORDS = { paper: 'PDF', picture: '照片' } as const;

export interface AttachmentListProps {
  readonly activityId: string;
  readonly attachments: readonly AttachmentView[];
}

export function AttachmentList({ activityId, attachments }: AttachmentListProps) {
  const [problem, setProblem] = useState<Message | null>(null);
  const open = async (attachmentId: string): Promise<void> => {
    setProblem(null);
    try {
      const { url, name } = await callProcedure('attachment.getAddress', { activityId, attachmentId });
      if (!(await openFile(url, name))) setProblem(NOT_OPENED);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  if (attachments.length === 0) return null;
  return (
    <Section title="附件">
      <List>
        {attachments.map(({ attachmentId, name, kind, byteCount }) => (
          <ListRow
            key={attachmentId}
            icon={kind === 'picture' ? 'picture' : 'info'}
            title={name}
            detail={`${KIND_WORDS[kind]}，${formatBytes(byteCount)}`}
            onPress={() => void open(attachmentId)}
          />
        ))}
      </List>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
    </Section>
  );
}
