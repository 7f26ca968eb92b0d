/** 组织 and 看板: only for who holds such a role. */
import type { Me } from '@contract/volunteer.contract';

import { openRoute } from './open-route';
import {
  approvalsRoute,
  attendanceRulesRoute,
  boardRoute,
  coursesRoute,
  brandDeskRoute,
  channelsRoute,
  claimsRoute,
  honourDeskRoute,
  grantsRoute,
  importsRoute,
  issuedCertificatesRoute,
  ordersRoute,
  organiserRoute,
  quietCommunitiesRoute,
  personRequestsRoute,
  reviewsRoute,
  stationsRoute,
  supplementReviewsRoute,
  supplementRulesRoute,
  supplementsRoute,
  teamOrdersRoute,
  teamsRoute,
  trailRoute,
  wakesRoute,
  type Route,
} from './routes';
import { isOffice, isOrganiser, mayApprove, mayDispatch, mayImport, useMe } from './use-me';
import type { IconName } from '@/ui/icon';
import { Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';

interface Entry {
  readonly isFor: (me: Me | undefined) => boolean;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly route: Route;
}

/** What an office opens first stands first; who only organises sees nothing of it. */
const GROUPS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: '数据和档案',
    entries: [
      {
        isFor: isOffice,
        icon: 'board',
        title: '看板',
        detail: '注册、活跃与排名',
        route: boardRoute,
      },
      {
        isFor: isOffice,
        icon: 'share',
        title: '渠道成效',
        detail: '文章、海报、短信带来多少注册和服务',
        route: channelsRoute(),
      },
      {
        isFor: isOffice,
        icon: 'people',
        title: '唤醒未活跃',
        detail: '谁注册了还没来，邀请后有没有用',
        route: wakesRoute,
      },
      {
        isFor: mayImport,
        icon: 'people',
        title: '导入名册和记录',
        detail: '其他系统里的志愿者和服务记录',
        route: importsRoute,
      },
      {
        isFor: isOffice,
        icon: 'people',
        title: '档案合并与更正',
        detail: '重复注册的合并，写错的姓名、身份证号更正',
        route: personRequestsRoute,
      },
      {
        isFor: isOffice,
        icon: 'picture',
        title: '证明管理',
        detail: '查找、撤销开出的证明',
        route: issuedCertificatesRoute,
      },
      {
        isFor: mayImport,
        icon: 'star',
        title: '表彰办理',
        detail: '登记、核对、撤销表彰',
        route: honourDeskRoute,
      },
      {
        isFor: isOffice,
        icon: 'info',
        title: '审计',
        detail: '谁做了什么，谁看了谁的资料',
        route: trailRoute,
      },
    ],
  },
  {
    title: '人员和阵地',
    entries: [
      {
        isFor: mayImport,
        icon: 'people',
        title: '角色',
        detail: '授予、收回组织者和管理员',
        route: grantsRoute,
      },
      {
        isFor: mayApprove,
        icon: 'organise',
        title: '队伍管理',
        detail: '新建、改名、注销，成员的申请',
        route: teamsRoute,
      },
      {
        isFor: mayImport,
        icon: 'place',
        title: '实践站点',
        detail: '实践中心、所、站的地点和负责人',
        route: stationsRoute,
      },
    ],
  },
  {
    title: '活动和项目',
    entries: [
      {
        isFor: isOrganiser,
        icon: 'organise',
        title: '组织活动',
        detail: '发布活动，出示签到码',
        route: organiserRoute,
      },
      {
        isFor: mayDispatch,
        icon: 'people',
        title: '派单',
        detail: '居民点的单，请队伍来接',
        route: ordersRoute,
      },
      {
        isFor: isOrganiser,
        icon: 'people',
        title: '接单',
        detail: '派给本队的、可以抢的单',
        route: teamOrdersRoute,
      },
      {
        isFor: mayDispatch,
        icon: 'place',
        title: '久未服务的村',
        detail: '最久没有服务的在前，代点单、安排活动',
        route: quietCommunitiesRoute,
      },
      {
        isFor: mayApprove,
        icon: 'projects',
        title: '项目工作台',
        detail: '数成果、看前后变化',
        route: brandDeskRoute(),
      },
      {
        isFor: mayImport,
        icon: 'info',
        title: '培训课程',
        detail: '开课、停课',
        route: coursesRoute,
      },
    ],
  },
  {
    title: '签到和时长',
    entries: [
      {
        isFor: mayApprove,
        icon: 'time',
        title: '时长审批',
        detail: '一天超过 8 小时的服务，等人核实',
        route: approvalsRoute,
      },
      {
        isFor: mayApprove,
        icon: 'people',
        title: '收队复核',
        detail: '人数对不上的，没有人收队的场次',
        route: reviewsRoute,
      },
      {
        isFor: mayApprove,
        icon: 'info',
        title: '更正申请',
        detail: '忘了签退、对记录有异议的，等您答复',
        route: claimsRoute,
      },
      {
        isFor: isOffice,
        icon: 'check-in',
        title: '签到规则',
        detail: '签到、签退的时间窗口与宽限',
        route: attendanceRulesRoute,
      },
    ],
  },
  {
    title: '补录',
    entries: [
      {
        isFor: mayApprove,
        icon: 'done',
        title: '补录办理',
        detail: '核对别人录入的补录，看办到哪一步',
        route: supplementsRoute,
      },
      {
        isFor: isOffice,
        icon: 'warning',
        title: '补录复核',
        detail: '可疑的补录和收到的异议',
        route: supplementReviewsRoute,
      },
      {
        isFor: isOffice,
        icon: 'info',
        title: '补录规则',
        detail: '额度、期限、公示天数、学校截止日',
        route: supplementRulesRoute,
      },
    ],
  },
];

/** What these roles have to do, in groups; the navigation of a wide window has the same. */
export function tasksOf(me: Me | undefined): { title: string; entries: readonly Entry[] }[] {
  return GROUPS.map(({ title, entries }) => ({
    title,
    entries: entries.filter(({ isFor }) => isFor(me)),
  })).filter(({ entries }) => entries.length > 0);
}

/** On a phone; beside the navigation of a wide window they would stand twice. */
export function RoleEntries() {
  const me = useMe().data;
  return tasksOf(me).map(({ title: group, entries }) => (
    <View key={group} className="xf-narrow-only">
      <Section title={group}>
        <List>
          {entries.map(({ icon, title, detail, route }) => (
            <ListRow key={title} icon={icon} title={title} detail={detail} onPress={() => openRoute(route)} />
          ))}
        </List>
      </Section>
    </View>
  ));
}
