import { Button } from '@/ui/button';
import { Notice } from '@/ui/states';

import { messageOf } from './messages.zh-CN';
import type { PagesState } from './use-pages';

/** 看更多, or the word that everything is shown. */
export function MoreButton({ of: state }: { of: Omit<PagesState<unknown>, 'data'> }) {
  if (state.moreError !== null) {
    const { title, nextStep } = messageOf(state.moreError);
    return (
      <Notice tone="error" title={title} next={{ text: '再试一次', onPress: state.loadMore }}>
        {nextStep}
      </Notice>
    );
  }
  if (!state.hasMore) return null;
  return (
    <Button kind="secondary" isLoading={state.isLoadingMore} onPress={state.loadMore}>
      看更多
    </Button>
  );
}
