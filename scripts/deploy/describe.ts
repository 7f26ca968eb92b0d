/** The plan in words, for whoever runs it. Nothing here shows a secret. */
import type { DeployConfig } from './config';
import { SITE_STORE, type FileFacts, type FunctionFacts } from './model';
import type { Plan, RepositoryFacts, Step } from './model';

const SHOWN_FILES = 5;

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** One step in a line. */
export function wordsOfStep(step: Step): string {
  switch (step.kind) {
    case 'addCollection':
      return `新建集合 ${step.collection}（仅管理端可读写）`;
    case 'closeCollection':
      return `集合 ${step.collection} 现在对客户端开放，改为仅管理端可读写`;
    case 'addIndex': {
      const { name, keys, unique } = step.index;
      const fields = keys.map(({ field, direction }) => `${field}${direction === 1 ? '↑' : '↓'}`);
      return `新建索引 ${step.collection}/${name}（${fields.join(' ')}${unique === true ? '，唯一' : ''}）`;
    }
    case 'removeIndex':
      return `删除索引 ${step.collection}/${step.index}`;
    case 'addRows':
      return `写入 ${step.collection} 初始数据 ${step.rows.length} 条（已有的不动）`;
    case 'putFunction':
      return `${step.isNew ? '新建' : '更新'}云函数 ${functionWords(step.facts)}`;
    case 'setFunction':
      return `修改云函数 ${step.facts.name} 的设置：${step.changes.join('，')}`;
    case 'setTimers':
      return `云函数 ${step.name} 的定时触发器：${timerWords(step)}`;
    case 'allowOpenApi':
      return `云函数 ${step.name} 的云调用权限：${step.openApi.join('、')}`;
    case 'setFunctionRule': {
      const open = Object.entries(step.rule).filter(([, { invoke }]) => invoke !== false);
      return `云函数安全规则：客户端只能调用 ${open.map(([name]) => name).join('、')}`;
    }
    case 'openSite':
      return '开通静态网站托管，未知地址回到 index.html';
    case 'putSiteFiles':
      return `上传网站文件 ${fileWords(step.files)}`;
    case 'routePath':
      return `网站地址 ${step.path} 由${step.to === SITE_STORE ? '静态网站' : `云函数 ${step.to} `}回答`;
    case 'uploadMiniProgram':
      return `上传小程序 ${step.version}（构建 ${step.digest.slice(0, 12)}），成为开发版本`;
    case 'removeFunction':
      return `删除云函数 ${step.name}`;
  }
}

function functionWords({ name, bytes, timeoutSeconds }: FunctionFacts): string {
  return `${name}（${bytes === 0 ? '未构建' : kilobytes(bytes)}，超时 ${timeoutSeconds} 秒，云端安装依赖）`;
}

function timerWords({ add, remove }: Extract<Step, { kind: 'setTimers' }>): string {
  const words = [...remove.map((name) => `去掉 ${name}`), ...add.map(({ name, cron }) => `${name}“${cron}”`)];
  return words.join('，');
}

function fileWords(files: readonly FileFacts[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const names = files.slice(0, SHOWN_FILES).map(({ path }) => path);
  const more = files.length > SHOWN_FILES ? ` 等` : '';
  return `${files.length} 个，共 ${kilobytes(bytes)}：${names.join('、')}${more}`;
}

export interface PlanReport {
  readonly config: DeployConfig;
  readonly facts: RepositoryFacts;
  readonly plan: Plan;
  /** null: without keys nobody was asked, and the place was taken for empty */
  readonly isStateKnown: boolean;
}

/** The whole plan, line by line. */
export function describePlan({ config, facts, plan, isStateKnown }: PlanReport): string {
  const sizes = facts.miniProgram.parts.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`);
  return [
    `部署计划：${config.city.name} → 环境 ${config.cloud.environmentId}，小程序 ${config.miniProgram.appId}`,
    `代码 ${facts.version}（提交 ${facts.commit?.slice(0, 12) ?? '未知'}）`,
    ...(sizes.length === 0 ? [] : [`小程序包：${sizes.join('，')}`]),
    isStateKnown ? '云端现状：已读取' : '云端现状：没有密钥，未读取，按空环境列出全部步骤',
    '',
    plan.steps.length === 0 ? '没有要改的：云端与代码一致。' : `要做的 ${plan.steps.length} 步：`,
    ...plan.steps.map((step, place) => `${String(place + 1).padStart(4)}. ${wordsOfStep(step)}`),
    ...section('需要知道的：', plan.notes),
    ...section('现在还不能执行：', plan.problems),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  · ${line}`)];
}
