/** Draws whatever state a question is in: on its way, gone wrong, out of date, answered. */
import type { ReactNode } from 'react';

import { isSinglePage } from '@/platform/single-page';
import { EmptyState, ErrorState, Notice, Skeleton, type NextStep } from '@/ui/states';
import { Card } from '@/ui/layout';

import { messageOf } from './messages.zh-CN';
import type { ProcedureState } from './use-procedure';

export interface AnswerProps<Output> {
  readonly of: ProcedureState<Output>;
  readonly children: (data: Output) => ReactNode;
  /** in the layout of the content; three lines in a card without one */
  readonly skeleton?: ReactNode;
  /** where to go when trying again cannot help, e.g. the thing is gone */
  readonly wayOn?: NextStep;
}

export function Answer<Output>({ of: state, children, skeleton, wayOn }: AnswerProps<Output>) {
  const { data, error, isRefreshing, refetch } = state;
  if (data !== undefined) {
    return (
      <>
        {error === null ? null : (
          <Notice tone="warning" next={{ text: '重新加载', onPress: refetch }}>
            没能更新，看到的是上次的内容。{messageOf(error).title}。
          </Notice>
        )}
        {children(data)}
      </>
    );
  }
  if (error === null) return skeleton ?? <CardSkeleton />;
  if (isSinglePage())
    return <EmptyState title="请在小程序里看" text="点下方“前往小程序”，就能打开这一页。" />;
  const { title, nextStep } = messageOf(error);
  if (wayOn !== undefined && !error.isUndecided) {
    return <EmptyState icon="info" title={title} text={nextStep} next={wayOn} />;
  }
  return (
    <ErrorState
      title={title}
      text={nextStep}
      onRetry={refetch}
      isRetrying={isRefreshing || state.isLoading}
    />
  );
}

export function CardSkeleton({ lines = 3, hasPicture = false }: { lines?: number; hasPicture?: boolean }) {
  return (
    <Card>
      <Skeleton lines={lines} hasPicture={hasPicture} />
    </Card>
  );
}
