/** 组织 and 看板: only for who holds such a role. */
import { openRoute } from './open-route';
import { boardRoute, issuedCertificatesRoute, organiserRoute } from './routes';
import { isOffice, isOrganiser, useMe } from './use-me';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';

export function RoleEntries() {
  const me = useMe().data;
  if (!isOrganiser(me) && !isOffice(me)) return null;
  return (
    <Section title="工作台">
      <List>
        {isOrganiser(me) ? (
          <ListRow
            icon="organise"
            title="组织活动"
            detail="发布活动，出示签到码"
            onPress={() => openRoute(organiserRoute)}
          />
        ) : null}
        {isOffice(me) ? (
          <ListRow
            icon="board"
            title="看板"
            detail="注册、活跃与排名"
            onPress={() => openRoute(boardRoute)}
          />
        ) : null}
        {isOffice(me) ? (
          <ListRow
            icon="picture"
            title="证明管理"
            detail="查找、撤销开出的证明"
            onPress={() => openRoute(issuedCertificatesRoute)}
          />
        ) : null}
      </List>
    </Section>
  );
}
