/** An activity's stable links: what an article, a poster or a group message can carry. */
import { useState } from 'react';

import type { ActivityId } from '@domain/kernel/identifiers';
import { addressOf, miniProgramPathOf, sceneOf, type Link } from '@domain/link/link';

import { messageOf } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { posterRoute, spreadRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { copyText } from '@/platform/clipboard';
import { Button } from '@/ui/button';
import { Image, Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { Notice, Skeleton } from '@/ui/states';

import './organiser.scss';
import { useSiteOrigin } from '@/lib/use-site-origin';

type Copied = 'no' | 'yes' | 'byHand';
const COPY_WORDS: Readonly<Record<Copied, string>> = { no: '复制', yes: '已复制', byHand: '请长按文字复制' };

function CopyRow({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<Copied>('no');
  return (
    <View className="link-row">
      <View className="link-row__words">
        <Text className="link-row__label">{label}</Text>
        <Text className="link-row__text">{text}</Text>
      </View>
      <Button
        kind="secondary"
        size="small"
        label={`复制${label}`}
        onPress={() => {
          void copyText(text).then((isDone) => {
            setCopied(isDone ? 'yes' : 'byHand');
          });
        }}
      >
        {COPY_WORDS[copied]}
      </Button>
    </View>
  );
}

function MiniProgramCode({ activityId, title }: { activityId: ActivityId; title: string }) {
  const code = useProcedure('reach.getMiniProgramCode', { target: { kind: 'activity', activityId } });
  if (code.data !== undefined) {
    return (
      <View className="link-picture">
        <Image
          className="link-picture__image"
          src={code.data.imageUrl}
          alt={`${title}的小程序码`}
          fit="contain"
        />
        <Text className="link-picture__label">小程序码：微信扫一扫打开，可印刷</Text>
      </View>
    );
  }
  if (code.error === null) return <Skeleton hasPicture lines={1} />;
  const { title: what, nextStep } = messageOf(code.error);
  return (
    <Notice tone="warning" title={`小程序码：${what}`} next={{ text: '重新生成', onPress: code.refetch }}>
      {nextStep}
    </Notice>
  );
}

export function ActivityLinks({ activityId, title }: { activityId: ActivityId; title: string }) {
  const origin = useSiteOrigin();
  const link: Link = { kind: 'activity', activityId };
  if (origin === null) return <Skeleton lines={4} />;
  const address = addressOf(origin, link);
  return (
    <View className="links">
      <View className="link-pictures">
        <View className="link-picture">
          <QrPicture className="link-picture__image" text={address} label={`${title}的网页二维码`} />
          <Text className="link-picture__label">网页二维码：任何手机都能扫</Text>
        </View>
        <MiniProgramCode activityId={activityId} title={title} />
      </View>
      <CopyRow label="网页地址" text={address} />
      <CopyRow label="小程序路径" text={miniProgramPathOf(link)} />
      <CopyRow label="小程序码参数（scene）" text={sceneOf(link)} />
      <Button kind="secondary" icon="picture" onPress={() => openRoute(posterRoute(link))}>
        海报、台卡
      </Button>
      <Button kind="secondary" icon="share" onPress={() => openRoute(spreadRoute(link))}>
        推广：文章、菜单、短信里怎么放
      </Button>
      <Text className="organised__hint">链接长期有效；没有注册的人打开后也能先看活动，再注册报名。</Text>
    </View>
  );
}
