/** 组织 and 看板: only for who holds such a role. */
import { openRoute } from './open-route';
import {
  approvalsRoute,
  attendanceRulesRoute,
  boardRoute,
  issuedCertificatesRoute,
  organiserRoute,
  supplementReviewsRoute,
  supplementRulesRoute,
  supplementsRoute,
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
            icon="done"
            title="补录办理"
            detail="核对别人录入的补录，看办到哪一步"
            onPress={() => openRoute(supplementsRoute)}
          />
        ) : null}
        {isOffice(me) ? (
          <ListRow
            icon="warning"
            title="补录复核"
            detail="可疑的补录和收到的异议"
            onPress={() => openRoute(supplementReviewsRoute)}
          />
        ) : null}
        {isOffice(me) ? (
          <ListRow
            icon="info"
            title="补录规则"
            detail="额度、期限、公示天数、学校截止日"
            onPress={() => openRoute(supplementRulesRoute)}
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
