/**
 * The frame of every page: header, banners, content, action bar and navigation, for phones and wide windows.
 */
import type { ReactNode } from 'react';

import { goBack, useCurrentPath } from '../platform/navigation';
import { useOnline } from '../platform/network';
import { isTabPage } from '../platform/pages';
import { hasNativeHeader, useScreenTitle } from '../platform/screen-title';
import { useDisplayMode } from './display-mode';
import { Icon } from './icon';
import { Heading, Pressable, Text, View } from './primitives';
import { ScreenNavigation } from './screen-navigation';
import { useShell } from './shell';

export interface ScreenProps {
  title: string;
  /** Beside the title on H5; keep it to one or two small buttons. */
  headerActions?: ReactNode;
  /** A line above the content that concerns only this screen. */
  banner?: ReactNode;
  /** Stays at the bottom of a phone's screen; the first is the one thing to do. */
  actions?: ReactNode;
  /** How many things wait to be sent when there is no network. */
  queuedCount?: number;
  /** A form or a text: narrower than a table in a wide window. */
  isNarrow?: boolean;
  children: ReactNode;
}

function Header({ title, actions }: { title: string; actions: ReactNode }) {
  const isTab = isTabPage(useCurrentPath());
  return (
    <View className="xf-header" role="banner">
      {isTab ? null : (
        <Pressable className="xf-header__back" label="返回" onPress={goBack}>
          <Icon name="back" />
        </Pressable>
      )}
      <Heading level={1} className="xf-header__title">
        {title}
      </Heading>
      {actions}
    </View>
  );
}

function OfflineBanner({ queuedCount }: { queuedCount: number }) {
  const queued = queuedCount > 0 ? `，${queuedCount} 项操作已存在手机里，联网后自动提交` : '';
  return (
    <View className="xf-banner xf-banner--offline" role="status">
      <Icon name="offline" />
      <Text>没有网络{queued}。看到的是上次的内容。</Text>
    </View>
  );
}

export function Screen(props: ScreenProps) {
  const { mode } = useDisplayMode();
  const { banner } = useShell();
  const isOnline = useOnline();
  useScreenTitle(props.title);
  const elder = mode === 'elder' ? 'xf-elder' : '';
  const path = useCurrentPath();
  const aboveTabs = !hasNativeHeader && isTabPage(path) ? 'xf-actions--above-tabs' : '';
  const narrow = props.isNarrow ? 'xf-screen--narrow' : '';
  return (
    <View className={`xf-root xf-screen ${elder} ${narrow}`}>
      {banner ? (
        <View className="xf-banner" role="region" label="演示说明">
          {banner}
        </View>
      ) : null}
      {hasNativeHeader ? null : <Header title={props.title} actions={props.headerActions} />}
      {isOnline ? null : <OfflineBanner queuedCount={props.queuedCount ?? 0} />}
      {props.banner ? <View className="xf-banner">{props.banner}</View> : null}
      <View className="xf-main" role="main">
        {props.children}
      </View>
      {props.actions ? <View className={`xf-actions ${aboveTabs}`}>{props.actions}</View> : null}
      {hasNativeHeader ? null : <ScreenNavigation />}
    </View>
  );
}
