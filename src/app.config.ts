// Sliding pages would move what is fixed to the window; WeChat does not know the setting.
const h5Only = process.env.TARO_ENV === 'h5' ? { animation: false } : {};

export default defineAppConfig({
  ...h5Only,
  pages: [
    'pages/home/index',
    'pages/projects/index',
    'pages/check-in-hub/index',
    'pages/mine/index',
    'pages/project/index',
    'pages/activity/index',
    'pages/shift/index',
    'pages/check-in/index',
    'pages/register/index',
    'pages/my-records/index',
    'pages/landing/index',
  ],
  subPackages: [
    {
      root: 'packages/organiser',
      pages: [
        'activities/index',
        'activity-editor/index',
        'rotating-code/index',
        'assist/index',
        'cards/index',
        'place-code/index',
        'approvals/index',
        'roster/index',
        'ticks/index',
      ],
    },
    { root: 'packages/attendance', pages: ['card/index', 'place/index'] },
    {
      root: 'packages/certificate',
      pages: ['mine/index', 'issue/index', 'certificate/index', 'verify/index'],
    },
    { root: 'packages/guardian', pages: ['children/index'] },
    {
      root: 'packages/supplement',
      pages: ['enter/index', 'handle/index', 'own/index', 'public/index', 'review/index', 'rules/index'],
    },
    { root: 'packages/import', pages: ['list/index', 'one/index'] },
    { root: 'packages/public', pages: ['statistics/index'] },
    {
      root: 'packages/office',
      pages: [
        'board/index',
        'planner/index',
        'facts/index',
        'trend/index',
        'audit/index',
        'brands/index',
        'rural-communities/index',
        'held-shifts/index',
        'peers/index',
        'export/index',
        'report/index',
        'certificates/index',
        'attendance-rules/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '向锋',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f4f1',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#6b655e',
    selectedColor: '#c8161d',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-active.png',
      },
      {
        pagePath: 'pages/projects/index',
        text: '项目',
        iconPath: 'assets/tab/projects.png',
        selectedIconPath: 'assets/tab/projects-active.png',
      },
      {
        pagePath: 'pages/check-in-hub/index',
        text: '签到',
        iconPath: 'assets/tab/check-in.png',
        selectedIconPath: 'assets/tab/check-in-active.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-active.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  // What one most likely opens next from there; WeChat fetches it while the person reads.
  preloadRule: {
    'pages/check-in-hub/index': { network: 'all', packages: ['packages/attendance'] },
    'pages/mine/index': { network: 'wifi', packages: ['packages/certificate', 'packages/guardian'] },
  },
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用于确认您已到达服务地点，完成签到' } },
});
