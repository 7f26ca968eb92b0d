/** Why a plan must not be carried out, each reason with what to do, and what a person has to do elsewhere. */
import { EXAMPLE_APP_ID, EXAMPLE_ENVIRONMENT } from './config';
import type { PlanInput } from './plan';
import { fingerprintOf, SECRET_WORDS, type SecretName } from './secrets';

const NEEDED: readonly SecretName[] = [
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'XIANGFENG_MASTER_KEY',
  'WECHAT_UPLOAD_KEY_FILE',
];
const MASTER_KEY = 'XIANGFENG_MASTER_KEY';
const BUILD_WORDS = { h5: 'H5 网站', weapp: '小程序', cloud: '云函数' } as const;

export function readinessProblems({ config, secrets, facts }: PlanInput): string[] {
  const key = secrets[MASTER_KEY];
  const stale = (['h5', 'weapp', 'cloud'] as const).filter((name) => facts.builds[name] !== 'fresh');
  return [
    ...(config.miniProgram.appId === EXAMPLE_APP_ID
      ? ['还没有填 AppID：改 deploy.config.ts 的 miniProgram.appId']
      : []),
    ...(config.cloud.environmentId === EXAMPLE_ENVIRONMENT
      ? ['还没有填云开发环境：改 deploy.config.ts 的 cloud.environmentId']
      : []),
    ...(facts.commit === null ? ['这里不是 Git 仓库：从仓库里部署，让部署的版本有据可查'] : []),
    ...(facts.isClean || facts.commit === null
      ? []
      : ['工作区里有未提交的改动：先提交或还原，让部署的版本有据可查']),
    ...stale.map((name) => {
      const words = facts.builds[name] === 'missing' ? '还没有构建' : '的构建不是现在的代码或配置';
      return `${BUILD_WORDS[name]}${words}：加上 --build`;
    }),
    ...NEEDED.filter((name) => secrets[name] === undefined).map(
      (name) => `缺少 ${name}（${SECRET_WORDS[name]}）`,
    ),
    ...(key === undefined || /^[0-9a-f]{64}$/i.test(key)
      ? []
      : [`${MASTER_KEY} 不是 64 位十六进制：用 openssl rand -hex 32 生成一次，之后不再换`]),
    ...ringProblems(secrets),
  ];
}

function ringProblems({ XIANGFENG_DATA_KEYS: list }: PlanInput['secrets']): string[] {
  if (list === undefined) return [];
  const entries = list.split(',').map((entry) => entry.trim());
  const isWhole = entries.every((entry) => entry === 'master' || /^[0-9a-f]{64}$/i.test(entry));
  if (isWhole && new Set(entries).size === entries.length) return [];
  return [
    'XIANGFENG_DATA_KEYS 应当是一把或几把 64 位十六进制的钥匙（或 master），用逗号隔开，不重复：见 docs/deployment.md“换钥匙”',
  ];
}

/** Another master key would lock a city out of every id number it holds. */
export function keyProblems({ secrets, state }: PlanInput): string[] {
  const key = secrets[MASTER_KEY];
  const others = Object.entries(state.functions).filter(
    ([, { variables }]) =>
      variables[MASTER_KEY] !== undefined && variables[MASTER_KEY] !== fingerprintOf(key ?? ''),
  );
  if (key === undefined || others.length === 0) return [];
  const names = others.map(([name]) => name).join('、');
  return [
    `云端 ${names} 用的是另一把主密钥：换了会打不开已有的证件号和手机号。找回原来的主密钥；要换的是个人信息的钥匙，见 docs/deployment.md“换钥匙”`,
  ];
}

export function unknownRemovals({ facts, state, removals }: PlanInput): string[] {
  const isKnown = (removal: string): boolean => {
    const [kind, place = ''] = removal.split(':');
    if (kind === 'function')
      return state.functions[place] !== undefined && !facts.functions.some(({ name }) => name === place);
    const [collection = '', index] = place.split('/');
    return (
      kind === 'index' && (state.collections[collection]?.indexes.some(({ name }) => name === index) ?? false)
    );
  };
  return removals
    .filter((removal) => !isKnown(removal))
    .map((removal) => `--remove ${removal} 指的东西云端没有，或是产品在用的云函数：改正或去掉它`);
}

export function manualNotes({ config, secrets, facts, state }: PlanInput): string[] {
  const withOpenApi = facts.functions.filter(({ openApi }) => openApi.length > 0).map(({ name }) => name);
  return [
    ...(secrets.WECHAT_APP_SECRET === undefined && withOpenApi.length > 0
      ? [
          `没有 WECHAT_APP_SECRET：云调用权限要在微信开发者工具里对 ${withOpenApi.join('、')} 右键“上传并部署”一次`,
        ]
      : []),
    ...(state.routes === null
      ? [
          '网站域名还没有绑定到 HTTP 访问服务：文章里的链接会打开整个应用，慢一些；见 docs/deployment.md“域名”',
        ]
      : []),
    ...(config.site.publishableKey === null ? ['没有 publishableKey：H5 网站打得开，但读不到数据'] : []),
    ...(config.site.filingNumber === null ? ['没有 filingNumber：网站备案之前不要公开网址'] : []),
    ...(config.office.openIds.length === 0
      ? ['还没有指定市级管理员：请本人先在小程序里注册，再把 openid 写进 office.openIds 重新部署']
      : []),
  ];
}
