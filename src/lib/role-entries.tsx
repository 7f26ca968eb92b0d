/** 组织 and 看板: only for who holds such a role. */
import { openRoute } from './open-route';
import {
  approvalsRoute,
  attendanceRulesRoute,
  boardRoute,
  claimsRoute,
  issuedCertificatesRoute,
  organiserRoute,
  reviewsRoute,
} from './routes';
import { isOffice, isOrganiser, mayApprove, useMe } from './use-me';
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
        {mayApprove(me) ? (
          <ListRow
            icon="time"
            title="时长审批"
            detail="一天超过 8 小时的服务，等人核实"
            onPress={() => openRoute(approvalsRoute)}
          />
        ) : null}
        {mayApprove(me) ? (
          <ListRow
            icon="people"
            title="收队复核"
            detail="人数对不上的，没有人收队的场次"
            onPress={() => openRoute(reviewsRoute)}
          />
        ) : null}
        {mayApprove(me) ? (
          <ListRow
            icon="info"
            title="更正申请"
            detail="忘了签退、对记录有异议的，等您答复"
            onPress={() => openRoute(claimsRoute)}
          />
        ) : null}
        {isOffice(me) ? (
          <ListRow
            icon="check-in"
            title="签到规则"
            detail="签到、签退的时间窗口与宽限"
            onPress={() => openRoute(attendanceRulesRoute)}
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
