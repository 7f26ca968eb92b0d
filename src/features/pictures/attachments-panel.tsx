/** 附件 of an activity (PT5): add a PDF or a picture, take one away. */
import { useState } from 'react';

import {
  ATTACHMENT_MAXIMUM_PARTS,
  MAXIMUM_ATTACHMENTS,
  type AttachmentView,
} from '@contract/attachment.contract';
import { PICTURE_PART_CHARACTERS } from '@contract/picture.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { callProcedure } from '@/lib/api';
import { ATTACHMENT_TOO_LARGE } from '@/lib/attachment-messages.zh-CN';
import { formatBytes } from '@/lib/format-bytes';
import type { Message } from '@/lib/message-kit';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { chooseEvidence, type ChosenEvidence } from '@/platform/choose-evidence';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Dialog } from '@/ui/sheet';
import { Notice } from '@/ui/states';

/** base64 carries three bytes in four characters */
const MAXIMUM_BYTES = (PICTURE_PART_CHARACTERS / 4) * 3 * ATTACHMENT_MAXIMUM_PARTS;

/** One part after another; `onPart`: how many of them have arrived. */
async function sendFile(
  activityId: string,
  { name, base64 }: ChosenEvidence,
  onPart: (done: number, all: number) => void,
): Promise<void> {
  const requestId = newRequestId();
  const partCount = Math.max(1, Math.ceil(base64.length / PICTURE_PART_CHARACTERS));
  for (let part = 0; part < partCount; part += 1) {
    const content = base64.slice(part * PICTURE_PART_CHARACTERS, (part + 1) * PICTURE_PART_CHARACTERS);
    const input = { requestId, activityId, name: name.slice(-120), part, partCount, content };
    await callProcedure('attachment.addPart', input);
    onPart(part + 1, partCount);
  }
}

export function ActivityAttachments({ activityId }: { activityId: string }) {
  const answer = useProcedure('activity.getActivity', { activityId });
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={2} />}>
      {({ attachments }) => <Panel {...{ activityId, attachments }} onChanged={answer.refetch} />}
    </Answer>
  );
}

interface PanelProps {
  readonly activityId: string;
  readonly attachments: readonly AttachmentView[];
  readonly onChanged: () => void;
}

function Panel({ activityId, attachments, onChanged }: PanelProps) {
  const [leaving, setLeaving] = useState<AttachmentView | null>(null);
  const removing = useCommand('attachment.remove', { invalidates: ['activity.getActivity'] });
  const words = removing.error === null ? null : messageOf(removing.error);
  const remove = async (attachmentId: string): Promise<void> => {
    setLeaving(null);
    // The refusal is shown below.
    await removing.run({ requestId: newRequestId(), activityId, attachmentId }).catch(() => undefined);
  };
  return (
    <Section title="附件">
      {attachments.length === 0 ? null : (
        <List>
          {attachments.map((one) => (
            <ListRow
              key={one.attachmentId}
              icon={one.kind === 'picture' ? 'picture' : 'info'}
              title={one.name}
              detail={`${formatBytes(one.byteCount)}，点一下去掉`}
              onPress={() => setLeaving(one)}
            />
          ))}
        </List>
      )}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      {attachments.length < MAXIMUM_ATTACHMENTS ? <AddCard {...{ activityId, onChanged }} /> : null}
      <Dialog
        isOpen={leaving !== null}
        title={`去掉“${leaving?.name ?? ''}”？`}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button onPress={() => void remove(leaving?.attachmentId ?? '')}>去掉</Button>
            <Button kind="secondary" onPress={() => setLeaving(null)}>
              留着
            </Button>
          </>
        }
      >
        <Paragraph>大家就看不到它了，不能恢复；需要时可以再放一次。</Paragraph>
      </Dialog>
    </Section>
  );
}

function AddCard({ activityId, onChanged }: Omit<PanelProps, 'attachments'>) {
  const [progress, setProgress] = useState<string | null>(null);
  const [problem, setProblem] = useState<Message | null>(null);
  const add = async (kind: 'paper' | 'picture'): Promise<void> => {
    setProblem(null);
    const choice = await chooseEvidence(kind, MAXIMUM_BYTES);
    if (!choice.ok) {
      if (choice.reason === 'cancelled') return;
      const isLarge = choice.reason === 'tooLarge';
      setProblem(isLarge ? ATTACHMENT_TOO_LARGE : messageOfCode('attachment.unreadable'));
      return;
    }
    setProgress('正在上传…');
    try {
      await sendFile(activityId, choice.file, (done, all) => {
        setProgress(`正在上传，${String(Math.round((100 * done) / all))}%`);
      });
      onChanged();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setProgress(null);
    }
  };
  return (
    <Card>
      <Paragraph isSoft isSmall>
        安全须知、路线图、报名表样都可以，PDF 或照片，每个不超过 2 MB。谁都能看到：不要放名单、电话和证件。
      </Paragraph>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      {progress === null ? (
        <Row>
          <Button kind="secondary" onPress={() => void add('paper')}>
            选 PDF
          </Button>
          <Button kind="secondary" onPress={() => void add('picture')}>
            选照片作附件
          </Button>
        </Row>
      ) : (
        <Notice tone="info">{progress}</Notice>
      )}
    </Card>
  );
}
