/** 地点码: made once, printed on A4, hung up for years; replaced or withdrawn when it must be (AT3.2). */
import { useState } from 'react';

import type { PlaceCodeView } from '@contract/place-code.contract';
import { addressOf, linkOfScene, type Link } from '@domain/link/link';
import { civilDayOf } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDay, formatDistance } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { organiserRoute } from '@/lib/routes';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { useSiteOrigin } from '@/lib/use-site-origin';
import { canPrint, printPage } from '@/platform/print';
import { Button } from '@/ui/button';
import { Card, Paragraph } from '@/ui/layout';
import { Heading, Image, Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { Dialog } from '@/ui/sheet';
import { Notice, Skeleton } from '@/ui/states';

import './place-code.scss';

type PlaceLink = Extract<Link, { kind: 'place' }>;
type Change = 'issue' | 'withdraw';

export function PlaceCodePanel({ shiftId }: { shiftId: string }) {
  const code = useProcedure('attendance.getPlaceCode', { shiftId });
  const wayOn = { text: '去我的活动', onPress: () => openRoute(organiserRoute) };
  return (
    <Answer of={code} wayOn={wayOn} skeleton={<CardSkeleton hasPicture lines={3} />}>
      {(data) => {
        const link = data.scene === null ? null : linkOfScene(data.scene);
        return (
          <>
            {link?.kind === 'place' ? <Poster view={data} link={link} /> : <Without view={data} />}
            <Changes shiftId={shiftId} view={data} />
          </>
        );
      }}
    </Answer>
  );
}

function Without({ view }: { view: PlaceCodeView }) {
  return (
    <Card>
      <Heading level={2}>{view.placeName}</Heading>
      {view.version === 0 ? null : (
        <Notice tone="warning" title="这里的地点码已停用">
          {`${changedText(view)} 停用。墙上的旧码扫了会提示已停用，请取下。`}
        </Notice>
      )}
      <Paragraph>
        把一张固定的码贴在这里，大家到了就能扫码签到、签退。扫码的人要在签到点附近，或由组织者确认，拍照转发没有用。
      </Paragraph>
    </Card>
  );
}

const changedText = ({ changedAt }: PlaceCodeView): string =>
  changedAt === null ? '' : formatDay(civilDayOf(changedAt));

const STEPS = [
  '到了：微信扫一扫，选您的场次，点“确认签到”。',
  '走时：再扫一次，点“确认签退”，时长才会记下来。',
  '定不了位：点“请组织者确认”，并当面告诉组织者。',
] as const;

/** What is hung up; the same on the screen and on paper. */
function Poster({ view, link }: { view: PlaceCodeView; link: PlaceLink }) {
  const origin = useSiteOrigin();
  return (
    <View className="place-poster">
      <Heading level={2} className="place-poster__title">
        志愿服务签到
      </Heading>
      <Text className="place-poster__place">{view.placeName}</Text>
      <Text className="place-poster__soft">{view.divisionName}</Text>
      <View className="place-poster__codes">
        {origin === null ? (
          <Skeleton hasPicture lines={0} />
        ) : (
          <QrPicture
            className="place-poster__qr"
            text={addressOf(origin, link)}
            label={`${view.placeName}的地点码`}
          />
        )}
        <MiniProgramCode link={link} placeName={view.placeName} />
      </View>
      <View className="place-poster__steps">
        {STEPS.map((step, index) => (
          <Text key={step} className="place-poster__step">{`${String(index + 1)}. ${step}`}</Text>
        ))}
      </View>
      <Text className="place-poster__soft">
        {`${changedText(view)} 第 ${String(link.version)} 版 · 签到点周围 ${formatDistance(view.radiusMeters)}内有效`}
      </Text>
    </View>
  );
}

function MiniProgramCode({ link, placeName }: { link: PlaceLink; placeName: string }) {
  const code = useProcedure('reach.getMiniProgramCode', { target: link });
  if (code.data !== undefined) {
    return (
      <View className="place-poster__small">
        <Image
          className="place-poster__weapp"
          src={code.data.imageUrl}
          alt={`${placeName}的小程序码`}
          fit="contain"
        />
        <Text className="place-poster__soft">也可扫小程序码</Text>
      </View>
    );
  }
  if (code.error === null) return <Skeleton hasPicture lines={0} />;
  return (
    <View className="xf-no-print">
      <Notice
        tone="warning"
        title={`小程序码：${messageOf(code.error).title}`}
        next={{ text: '重新生成', onPress: code.refetch }}
      >
        {messageOf(code.error).nextStep}
      </Notice>
    </View>
  );
}

interface ChangesProps {
  readonly shiftId: string;
  readonly view: PlaceCodeView;
}

function Changes({ shiftId, view }: ChangesProps) {
  const [asking, setAsking] = useState<Change | null>(null);
  const change = useCommand('attendance.changePlaceCode', { invalidates: ['attendance.getPlaceCode'] });
  const close = () => setAsking(null);
  const run = (wanted: Change) => {
    close();
    const input = { requestId: newRequestId(), shiftId, version: view.version, change: wanted };
    // What went wrong is in `change.error`.
    change.run(input).catch(() => undefined);
  };
  const words = change.error === null ? null : messageOf(change.error);
  return (
    <View className="place-tools xf-no-print">
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      {view.scene === null ? (
        <Button size="large" isLoading={change.isRunning} onPress={() => run('issue')}>
          {view.version === 0 ? '制作地点码' : '重新制作地点码'}
        </Button>
      ) : (
        <>
          {canPrint ? (
            <Button size="large" onPress={printPage}>
              打印
            </Button>
          ) : (
            <Paragraph isSoft>手机上不能打印：请在电脑浏览器里打开本页，或截图后打印。</Paragraph>
          )}
          <Button kind="secondary" isLoading={change.isRunning} onPress={() => setAsking('issue')}>
            换一张新码
          </Button>
          <Button kind="secondary" isLoading={change.isRunning} onPress={() => setAsking('withdraw')}>
            停用地点码
          </Button>
        </>
      )}
      <Question asking={asking} onClose={close} onRun={run} />
    </View>
  );
}

const QUESTIONS: Readonly<
  Record<Change, { readonly title: string; readonly verb: string; readonly text: string }>
> = {
  issue: {
    title: '换一张新的地点码？',
    verb: '换新码',
    text: '换新后，墙上的旧码扫了会提示已停用。请打印新的换上。',
  },
  withdraw: {
    title: '停用这里的地点码？',
    verb: '停用',
    text: '停用后，墙上的码不能再签到、签退；其他签到方式不受影响。以后可以重新制作。',
  },
};

interface QuestionProps {
  readonly asking: Change | null;
  readonly onClose: () => void;
  readonly onRun: (change: Change) => void;
}

function Question({ asking, onClose, onRun }: QuestionProps) {
  if (asking === null) return null;
  const { title, verb, text } = QUESTIONS[asking];
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => onRun(asking)}>{verb}</Button>
          <Button kind="secondary" onPress={onClose}>
            先不改
          </Button>
        </>
      }
    >
      <Text>{text}</Text>
    </Dialog>
  );
}
