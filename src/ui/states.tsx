/** The states every screen has beside its content: saying something, waiting, empty, gone wrong. */
import type { ReactNode } from 'react';

import { Button } from './button';
import { Icon, type IconName } from './icon';
import { Heading, Image, Text, View } from './primitives';

export interface NextStep {
  text: string;
  onPress: () => void;
}

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  tone: NoticeTone;
  title?: string;
  children: ReactNode;
  next?: NextStep;
}

const noticeIcons: Record<NoticeTone, IconName> = {
  info: 'info',
  success: 'done',
  warning: 'warning',
  error: 'error',
};

/** What happened, what is safe, what to do next. Errors are announced at once. */
export function Notice({ tone, title, children, next }: NoticeProps) {
  return (
    <View className={`xf-notice xf-notice--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={noticeIcons[tone]} />
      <View className="xf-notice__body">
        {title ? <Text className="xf-notice__title">{title}</Text> : null}
        <View className="xf-notice__text">{children}</View>
        {next ? (
          <Button kind="text" onPress={next.onPress}>
            {next.text}
          </Button>
        ) : null}
      </View>
    </View>
  );
}

export interface EmptyStateProps {
  title: string;
  /** What would be here and how to get it. */
  text: string;
  picture?: string;
  icon?: IconName;
  next?: NextStep;
}

export function EmptyState({ title, text, picture, icon = 'info', next }: EmptyStateProps) {
  return (
    <View className="xf-state">
      {picture ? (
        <Image className="xf-state__picture" src={picture} alt="" fit="contain" />
      ) : (
        <Icon name={icon} />
      )}
      <Heading level={2} className="xf-state__title">
        {title}
      </Heading>
      <View className="xf-state__text">{text}</View>
      {next ? (
        <Button kind="secondary" onPress={next.onPress}>
          {next.text}
        </Button>
      ) : null}
    </View>
  );
}

export interface ErrorStateProps {
  title: string;
  /** What is safe and what to do. */
  text: string;
  onRetry: () => void;
  isRetrying?: boolean;
  retryText?: string;
}

export function ErrorState({
  title,
  text,
  onRetry,
  isRetrying = false,
  retryText = '重新加载',
}: ErrorStateProps) {
  return (
    <View className="xf-state" role="alert">
      <Icon name="warning" />
      <Heading level={2} className="xf-state__title">
        {title}
      </Heading>
      <View className="xf-state__text">{text}</View>
      <Button kind="secondary" onPress={onRetry} isLoading={isRetrying}>
        {retryText}
      </Button>
    </View>
  );
}

export interface SkeletonProps {
  lines?: number;
  hasPicture?: boolean;
}

const widths = ['72%', '100%', '88%', '56%'];

/** Holds the place of content on its way; put it inside the card that will hold the content. */
export function Skeleton({ lines = 3, hasPicture = false }: SkeletonProps) {
  return (
    <View className="xf-skeleton" role="status" label="正在加载">
      {hasPicture ? <View className="xf-skeleton__bar xf-skeleton__bar--picture" /> : null}
      {Array.from({ length: lines }, (_, index) => (
        <View key={index} className="xf-skeleton__bar" style={{ width: widths[index % widths.length] }} />
      ))}
    </View>
  );
}
