/** 照片 of an activity or a project's story: add, say what is to be seen, order, take away (PT1–PT3). */
import { useState } from 'react';

import { ALT_MAXIMUM, altField, MAXIMUM_PICTURES, type PictureView } from '@contract/picture.contract';
import type { InputOf } from '@contract/procedures';
import { Answer, CardSkeleton } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { PictureFrame } from '@/lib/pictures';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { EmptyState, Notice } from '@/ui/states';

import { useSendPicture } from './use-pictures';

export function ActivityPictures({ activityId }: { activityId: string }) {
  const answer = useProcedure('activity.getActivity', { activityId });
  const owner = { kind: 'activity', activityId } as const;
  return (
    <Answer of={answer} skeleton={<CardSkeleton hasPicture lines={2} />}>
      {({ pictures }) => <PicturesPanel owner={owner} pictures={pictures} onChanged={answer.refetch} />}
    </Answer>
  );
}

export function ProjectPictures({ projectId }: { projectId: string }) {
  const answer = useProcedure('project.getProject', { projectId });
  const owner = { kind: 'project', projectId } as const;
  return (
    <Answer of={answer} skeleton={<CardSkeleton hasPicture lines={2} />}>
      {({ pictures }) => <PicturesPanel owner={owner} pictures={pictures} onChanged={answer.refetch} />}
    </Answer>
  );
}

type Owner = InputOf<'picture.arrange'>['owner'];

interface PanelProps {
  readonly owner: Owner;
  readonly pictures: readonly PictureView[];
  readonly onChanged: () => void;
}

function PicturesPanel({ owner, pictures, onChanged }: PanelProps) {
  return (
    <>
      {pictures.length === 0 ? (
        <EmptyState icon="picture" title="还没有照片" text="加上照片，大家一看就知道做什么、在哪里。" />
      ) : (
        <Arrangement
          key={pictures.map(({ pictureId }) => pictureId).join(' ')}
          {...{ owner, pictures, onChanged }}
        />
      )}
      {pictures.length < MAXIMUM_PICTURES ? <AddCard owner={owner} onChanged={onChanged} /> : null}
    </>
  );
}

function AddCard({ owner, onChanged }: Omit<PanelProps, 'pictures'>) {
  const [alt, setAlt] = useState('');
  const [wasTried, setTried] = useState(false);
  const sending = useSendPicture(owner, () => {
    setAlt('');
    setTried(false);
    onChanged();
  });
  const isFit = altField.safeParse(alt).success;
  return (
    <Section title="加一张照片">
      <Card>
        <Paragraph isSoft isSmall>
          请先征得照片里的人同意；不要拍受助人的脸、证件和住址。照片会缩小，拍摄地点等信息不会保留。
        </Paragraph>
        <TextField
          label="照片里是什么"
          value={alt}
          maxLength={ALT_MAXIMUM}
          placeholder="例如：志愿者在路口扶老人过街"
          hint="看不见照片的人会听到这句话。"
          onChange={setAlt}
          error={wasTried && !isFit ? `请写 2 到 ${String(ALT_MAXIMUM)} 个字。` : undefined}
        />
        {sending.problem === null ? null : (
          <Notice tone="error" title={sending.problem.title}>
            {sending.problem.nextStep}
          </Notice>
        )}
        <Button
          icon="picture"
          isLoading={sending.isSending}
          onPress={() => {
            setTried(true);
            if (isFit) void sending.send(alt);
          }}
        >
          选照片并上传
        </Button>
      </Card>
    </Section>
  );
}

function swapped<Item>(items: readonly Item[], index: number, other: number): Item[] {
  const next = [...items];
  const [a, b] = [items[index], items[other]];
  if (a !== undefined && b !== undefined) [next[index], next[other]] = [b, a];
  return next;
}

interface PictureCardProps {
  readonly picture: PictureView;
  readonly number: number;
  readonly onAlt: (alt: string) => void;
  readonly onForward: () => void;
  readonly onRemove: () => void;
}

function PictureCard({ picture, number, onAlt, onForward, onRemove }: PictureCardProps) {
  const which = `第 ${String(number)} 张`;
  return (
    <Card>
      <PictureFrame picture={picture} />
      <TextField label={`${which}里是什么`} value={picture.alt} maxLength={ALT_MAXIMUM} onChange={onAlt} />
      <Row>
        <Button
          kind="secondary"
          size="small"
          label={`${which}往前移`}
          disabled={number === 1}
          onPress={onForward}
        >
          往前移
        </Button>
        <Button kind="secondary" size="small" label={`删去${which}`} onPress={onRemove}>
          删去
        </Button>
      </Row>
    </Card>
  );
}

function Arrangement({ owner, pictures, onChanged }: PanelProps) {
  const [kept, setKept] = useState(pictures);
  const arranging = useCommand('picture.arrange', {
    invalidates: ['activity.getActivity', 'project.getProject'],
  });
  const words = arranging.error === null ? null : messageOf(arranging.error);
  const isFit = kept.every(({ alt }) => altField.safeParse(alt).success);
  const isChanged = JSON.stringify(kept) !== JSON.stringify(pictures);
  const save = async (): Promise<void> => {
    const knownIds = pictures.map(({ pictureId }) => pictureId);
    const wanted = kept.map(({ pictureId, alt }) => ({ pictureId, alt }));
    try {
      await arranging.run({ requestId: newRequestId(), owner, knownIds, pictures: wanted });
    } finally {
      onChanged();
    }
  };
  return (
    <Section title="已有的照片">
      {kept.map((picture, index) => (
        <PictureCard
          key={picture.pictureId}
          picture={picture}
          number={index + 1}
          onAlt={(alt) => setKept(kept.map((one) => (one === picture ? { ...one, alt } : one)))}
          onForward={() => setKept(swapped(kept, index, index - 1))}
          onRemove={() => setKept(kept.filter((one) => one !== picture))}
        />
      ))}
      {isChanged && kept.length < pictures.length ? (
        <Notice tone="info">{`保存后会删去 ${String(pictures.length - kept.length)} 张，不能恢复。`}</Notice>
      ) : null}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      {isChanged ? (
        <Row>
          <Button
            isLoading={arranging.isRunning}
            disabled={!isFit}
            onPress={() => {
              // The refusal is shown above.
              save().catch(() => undefined);
            }}
          >
            {isFit ? '保存照片的改动' : `每张写 2 到 ${String(ALT_MAXIMUM)} 个字`}
          </Button>
          <Button kind="secondary" onPress={() => setKept(pictures)}>
            不改了
          </Button>
        </Row>
      ) : null}
    </Section>
  );
}
