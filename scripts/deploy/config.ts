/**
 * `deploy.config.ts`: everything a city decides about its deployment, and nothing secret. A wrong value is
 * refused in Chinese with what to write instead.
 */
import * as z from 'zod';
import { messageTemplateSchema } from '@contract/message-templates';
import { MESSAGE_KINDS } from '@domain/message/message-kind';
import '@contract/zod-config';

/** Values of the example that stand for "not filled in yet": the plan refuses to run with them. */
export const EXAMPLE_APP_ID = 'wx0000000000000000';
export const EXAMPLE_ENVIRONMENT = 'xiangfeng-example-0a1b2c3d';

const line = (maximum: number, what: string) =>
  z
    .string({ error: `要填${what}` })
    .min(1, `要填${what}`)
    .max(maximum, `最多 ${maximum} 个字`);

const memory = z
  .number({ error: '内存是 MB 数，例如 256' })
  .int('内存要整数')
  .min(128, '内存至少 128 MB')
  .max(3_072, '内存最多 3072 MB')
  .multipleOf(128, '内存是 128 的倍数');

const openId = z
  .string()
  .regex(
    /^[0-9A-Za-z_-]{20,64}$/,
    'openid 是一串 28 位左右的字母数字，怎样找到见 docs/deployment.md“第一个市级管理员”',
  );

const citySchema = z.strictObject({
  code: z.string().regex(/^\d{4}$/, '填四位行政区划代码，例如 5132（阿坝州）'),
  name: line(30, '城市的正式名称'),
  divisionsFile: line(200, '区划文件的路径，用 npx tsx scripts/extract-divisions.ts <四位代码> 生成'),
  /** 用民政部 2012 年公布的星级时长；以后由市里修订 */
  usesPublishedStarLevels: z.boolean({ error: '写 true 或 false' }),
});

const officeSchema = z.strictObject({
  openIds: z.array(openId).max(5, '最多 5 人；其他人由他们在系统里授权'),
});

const miniProgramSchema = z.strictObject({
  appId: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'AppID 以 wx 开头，共 18 位；在 mp.weixin.qq.com › 开发管理 › 开发设置里复制'),
  robot: z.number().int().min(1, '机器人编号 1 到 30').max(30, '机器人编号 1 到 30'),
  /** 订阅消息的模板；没有写的、写 null 的不问也不发 */
  messageTemplates: z.partialRecord(z.enum(MESSAGE_KINDS), messageTemplateSchema.nullable()).optional(),
});

const cloudSchema = z.strictObject({
  environmentId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{5,40}$/, '环境 ID 由小写字母、数字和连字符组成；在云开发控制台 › 环境概览里复制'),
  region: z.enum(['ap-shanghai', 'ap-guangzhou', 'ap-beijing', 'ap-nanjing'], {
    error: '地域只能是 ap-shanghai、ap-guangzhou、ap-beijing、ap-nanjing；微信云开发一般是 ap-shanghai',
  }),
  memoryMegabytes: memory,
  /** 个别函数要更多时写在这里，例如 { nightly: 512 } */
  memoryOf: z.record(z.string(), memory),
});

const siteSchema = z.strictObject({
  origin: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}$/, '网站地址以 https:// 开头，只到域名为止，末尾不带斜杠'),
  /** 显示在网站首页底部 */
  filingNumber: line(60, '网站的 ICP 备案号，还没有就写 null').nullable(),
  /** 可以公开的访客凭证，不是密钥 */
  publishableKey: line(2_000, 'Publishable Key，还没有就写 null').nullable(),
});

export const deployConfigSchema = z.strictObject({
  city: citySchema,
  office: officeSchema,
  miniProgram: miniProgramSchema,
  cloud: cloudSchema,
  site: siteSchema,
  /** 密钥文件的路径，放在仓库之外；密钥也可以全部来自环境变量，那就写 null */
  secretsFile: line(400, '密钥文件的路径，没有就写 null').nullable(),
});

export type DeployConfig = z.infer<typeof deployConfigSchema>;

/** What is wrong with a configuration, one line a value, each with what to do. */
export class ConfigError extends Error {}

/** Throws `ConfigError` naming every wrong value. */
export function parseDeployConfig(value: unknown): DeployConfig {
  const result = deployConfigSchema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '（整个文件）'}：${wordsOf(issue)}`,
  );
  throw new ConfigError(['deploy.config.ts 里有要改的值：', ...lines].join('\n'));
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `不认识 ${issue.keys.join('、')}，对照 deploy.config.example.ts 改名或删去`;
  if (issue.code === 'invalid_type' && /^Invalid/.test(issue.message))
    return '缺少，或类型不对；对照 deploy.config.example.ts';
  return issue.message;
}
