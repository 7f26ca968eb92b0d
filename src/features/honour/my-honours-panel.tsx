/** 我的表彰: also those that were taken back, with the reason; and whether others may read them (CM4). */
import { Answer, CardSkeleton } from '@/lib/answer';
import { openRoute } from '@/lib/open-route';
import { consentsRoute, honoursRoute } from '@/lib/routes';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState, Notice } from '@/ui/states';

import { honourLines } from './honour-words';

export function MyHonoursPanel() {
  const answer = useProcedure('commendation.listMine', {});
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={4} />}>
      {({ commendations, isPublic }) => (
        <>
          <Section title="我的表彰">
            {commendations.length === 0 ? (
              <EmptyState icon="star" title="还没有表彰" text="县、市办公室登记的表彰会出现在这里。" />
            ) : (
              <List>
                {commendations.map((one) => (
                  <ListRow
                    key={one.commendationId}
                    title={one.title}
                    detail={[
                      ...honourLines(one),
                      ...(one.endReason === null ? [] : [`撤销原因：${one.endReason}`]),
                    ]}
                    value={one.isInForce ? <Tag tone="gold">生效</Tag> : <Tag>已撤销</Tag>}
                  />
                ))}
              </List>
            )}
          </Section>
          <Notice
            tone="info"
            title={isPublic ? '您同意公开，表彰会列在公开名单里' : '您没有同意公开，只有您和办公室看得到'}
            next={{ text: '改我的同意', onPress: () => openRoute(consentsRoute) }}
          >
            公开时姓名只写一部分，随时可以撤回。
          </Notice>
          <Button kind="secondary" onPress={() => openRoute(honoursRoute())}>
            看公开的表彰
          </Button>
        </>
      )}
    </Answer>
  );
}
