/** 推广: what an editor pastes, for one link and the channel it is for (LK7–LK9). */
import { useEffect, useState } from 'react';

import { PLATFORM_LINK_FORMS, type PlatformLinkForm } from '@contract/reach.contract';
import type { ActivityId, ProjectId } from '@domain/kernel/identifiers';
import { CHANNEL_KINDS, type Channel } from '@domain/link/channel';
import { addressOf, miniProgramPathOf, sceneOf } from '@domain/link/link';
import { snippetOf, type SnippetKind } from '@domain/link/snippets';
import { civilDayOf } from '@domain/time/civil-day';

import { CHANNEL_WORDS } from '@/lib/channel-words';
import { formatDay } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { Copyable } from '@/lib/share-panel';
import { openRoute } from '@/lib/open-route';
import { channelsRoute } from '@/lib/routes';
import { isOffice, useMe } from '@/lib/use-me';
import { useProcedure } from '@/lib/use-procedure';
import { useSiteOrigin } from '@/lib/use-site-origin';
import { getRuntimeConfig } from '@/platform/runtime-config';
import { Button } from '@/ui/button';
import { Stepper } from '@/ui/choice';
import { Field, SelectField } from '@/ui/field';
import { Card, Paragraph, Section, Stack } from '@/ui/layout';
import { QrPicture } from '@/ui/qr-picture';
import { Notice, Skeleton } from '@/ui/states';

import { FORM_WORDS, SNIPPET_WORDS } from './spread-words';

/** An editor numbers by hand: beyond this a number tells nobody anything. */
const MOST_NUMBERS = 99;
const SNIPPETS = ['card', 'textLink', 'pictureLink', 'menu'] as const satisfies readonly SnippetKind[];

type SpreadTarget =
  | { readonly kind: 'project'; readonly projectId: ProjectId }
  | { readonly kind: 'activity'; readonly activityId: ActivityId };

export interface SpreadProps {
  readonly target: SpreadTarget;
  readonly title: string;
  /** empty: there is none */
  readonly pictureUrl: string;
}

/** Null until it is known. */
function useAppId(): string | null {
  const [appId, setAppId] = useState<string | null>(null);
  useEffect(() => {
    void getRuntimeConfig().then((config) => {
      setAppId(config.appId);
    });
  }, []);
  return appId;
}

export function SpreadPanel(props: SpreadProps) {
  const [channel, setChannel] = useState<Channel>({ kind: 'article', number: 1 });
  const origin = useSiteOrigin();
  const appId = useAppId();
  if (origin === null || appId === null) return <Skeleton lines={6} />;
  const scene = sceneOf(props.target, channel);
  return (
    <>
      <ChannelCard channel={channel} onChange={setChannel} />
      <WayToEffect />
      <Snippets {...{ ...props, channel, origin, appId }} />
      <Section title="短信、聊天和别的应用">
        <Card>
          <Paragraph isSoft isSmall>
            由微信生成，30 天有效；剩不到一周时这里会换成新的。
          </Paragraph>
          {PLATFORM_LINK_FORMS.map((form) => (
            <PlatformLink key={`${form}:${scene}`} {...{ form, channel, target: props.target }} />
          ))}
        </Card>
      </Section>
    </>
  );
}

/** For who may see what came of it. */
function WayToEffect() {
  const me = useMe().data;
  if (!isOffice(me)) return null;
  return (
    <Button kind="secondary" icon="board" onPress={() => openRoute(channelsRoute())}>
      看渠道成效
    </Button>
  );
}

function ChannelCard({ channel, onChange }: { channel: Channel; onChange: (channel: Channel) => void }) {
  return (
    <Card>
      <Stack>
        <SelectField
          label="放在哪里"
          value={channel.kind}
          options={CHANNEL_KINDS.map((kind) => ({ value: kind, text: CHANNEL_WORDS[kind] }))}
          onChange={(value) => {
            const kind = CHANNEL_KINDS.find((one) => one === value);
            if (kind !== undefined) onChange({ ...channel, kind });
          }}
        />
        <Field
          label="第几篇、第几张"
          hint="每篇文章、每张海报用一个号，以后才分得清人从哪里来。"
          render={() => (
            <Stepper
              label="编号"
              value={channel.number}
              min={0}
              max={MOST_NUMBERS}
              onChange={(number) => onChange({ ...channel, number })}
            />
          )}
        />
      </Stack>
    </Card>
  );
}

type SnippetsProps = SpreadProps & {
  readonly channel: Channel;
  readonly origin: string;
  readonly appId: string;
};

function Snippets({ target, title, pictureUrl, channel, origin, appId }: SnippetsProps) {
  const address = addressOf(origin, target, channel);
  const path = miniProgramPathOf(target, channel);
  return (
    <Section title="文章和菜单">
      <Card>
        <QrPicture className="xf-share__code" text={address} label={`${title}的网页二维码`} />
        <Copyable label="网页地址" text={address} />
        <Copyable label="小程序路径" text={path} />
        {appId === '' ? (
          <Notice tone="warning" title="网站还不知道小程序的 AppID">
            请系统管理员重新部署网站，之后这里会有文章和菜单的代码。
          </Notice>
        ) : null}
        {(appId === '' ? [] : SNIPPETS).map((kind) => {
          const text = snippetOf(kind, { appId, title, pictureUrl, address, path });
          return text === null ? null : <Copyable key={kind} label={SNIPPET_WORDS[kind]} text={text} />;
        })}
        <Paragraph isSoft isSmall>
          公众号要先关联本小程序，文章和菜单里的代码才能用；图片要先传到公众号素材库，换成那里的地址。
        </Paragraph>
      </Card>
    </Section>
  );
}

interface PlatformLinkProps {
  readonly form: PlatformLinkForm;
  readonly target: SpreadTarget;
  readonly channel: Channel;
}

/** Made when it is asked for: WeChat counts. */
function PlatformLink(props: PlatformLinkProps) {
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <MadeLink {...props} />;
  const words = FORM_WORDS[props.form];
  return (
    <Button
      kind="secondary"
      onPress={() => {
        setAsked(true);
      }}
    >
      {`生成${words}`}
    </Button>
  );
}

function MadeLink({ form, target, channel }: PlatformLinkProps) {
  const link = useProcedure('reach.getPlatformLink', { form, target, channel });
  if (link.data !== undefined) {
    const until = formatDay(civilDayOf(link.data.expiresAt));
    return <Copyable label={`${FORM_WORDS[form]}，${until}前有效`} text={link.data.text} />;
  }
  if (link.error === null) return <Skeleton lines={1} />;
  const { title, nextStep } = messageOf(link.error);
  return (
    <Notice tone="warning" title={title} next={{ text: '再试一次', onPress: link.refetch }}>
      {nextStep}
    </Notice>
  );
}
