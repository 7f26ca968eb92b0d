/**
 * 部署配置的样本。复制成 deploy.config.ts（不进仓库），改成本市的值，然后
 *   npm run deploy -- --dry-run     看看会做什么，不改任何东西
 *   npm run deploy -- --build       构建并部署
 * 每一项从哪里来、密钥放在哪里，见 docs/deployment.md。这里不写任何密钥。
 */
import type { DeployConfig } from './scripts/deploy/config';

const config: DeployConfig = {
  city: {
    // 四位行政区划代码和正式名称
    code: '5132',
    name: '阿坝藏族羌族自治州',
    // 用 npx tsx scripts/extract-divisions.ts 5132 --population 人口.csv 生成
    divisionsFile: 'data/divisions/513200.json',
    usesPublishedStarLevels: true,
  },
  office: {
    // 第一个市级管理员的 openid；本人先在小程序里注册，再从云开发控制台的 accounts 集合里找到
    openIds: [],
  },
  miniProgram: {
    appId: 'wx0000000000000000',
    // 代码上传机器人的编号，1 到 30
    robot: 1,
    // 订阅消息的模板，见 docs/deployment.md“订阅消息”。还没有选的写 null：不问、不发。选好的写成
    //   { templateId: '…', fields: { title: 'thing1', time: 'time2', place: 'thing3', note: 'thing4' } }
    messageTemplates: {
      shiftSoon: null,
      checkOutForgotten: null,
      seatGiven: null,
      shiftCancelled: null,
      recordConfirmed: null,
      certificateReady: null,
    },
  },
  cloud: {
    environmentId: 'xiangfeng-example-0a1b2c3d',
    region: 'ap-shanghai',
    memoryMegabytes: 256,
    memoryOf: { paper: 512, nightly: 512, export: 512, import: 512 },
  },
  site: {
    // H5 网站的域名；印出去的二维码都指向它，以后不要换
    origin: 'https://zhiyuan.example.gov.cn',
    // 例如 '蜀ICP备12345678号'，显示在首页底部；还没有备案就写 null，备案之前不要公开网站
    filingNumber: null,
    // 云开发控制台 › ApiKey 管理 › Publishable Key（可公开的访客凭证）
    publishableKey: null,
  },
  // 密钥文件，在仓库之外；密钥都来自环境变量时写 null
  secretsFile: null,
};

export default config;
