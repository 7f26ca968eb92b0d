/** 表彰 that everybody may read: of all, or of one project and its team (CM4). */
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { Paragraph, Section, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { EmptyState } from '@/ui/states';

import { honourLines, KIND_WORDS } from './honour-words';

export function HonoursPanel({ projectId }: { projectId: string | null }) {
  const pages = usePages('commendation.listHonours', projectId ?? '', (cursor) => ({ projectId, cursor }));
  return (
    <Section title={projectId === null ? '表彰' : '项目和队伍的表彰'}>
      <Answer of={pages} skeleton={<CardSkeleton lines={4} />}>
        {(found) => {
          const honours = found.flatMap((page) => page.honours);
          if (honours.length === 0)
            return <EmptyState icon="star" title="还没有表彰" text="办公室登记并核对以后，会出现在这里。" />;
          return (
            <List>
              {honours.map((honour) => (
                <ListRow
                  key={honour.commendationId}
                  title={`${honour.subjectName}：${honour.title}`}
                  detail={honourLines(honour)}
                  value={<Tag tone="gold">{KIND_WORDS[honour.kind]}</Tag>}
                />
              ))}
            </List>
          );
        }}
      </Answer>
      <MoreButton of={pages} />
      <Paragraph isSoft isSmall>
        志愿者本人同意公开的才列在这里，姓名只写一部分。
      </Paragraph>
    </Section>
  );
}
