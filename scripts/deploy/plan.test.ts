import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { CONFIG, fileOf, inputOf, SECRETS, smallFacts } from '../../tests/kit/deploy-examples';
import { LocalDeployTarget } from '../../tests/kit/local-deploy-target';
import { carryOut } from './carry-out';
import { describePlan } from './describe';
import type { DeployTarget, Plan, RepositoryFacts, TargetState } from './model';
import { EMPTY_TARGET } from './model';
import { planDeployment, type PlanInput } from './plan';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-deploy-'));
const facts = smallFacts(path.join(folder, 'bundles'));
const targets: LocalDeployTarget[] = [];

function freshTarget(): LocalDeployTarget {
  const target = new LocalDeployTarget(fs.mkdtempSync(path.join(folder, 'target-')));
  targets.push(target);
  return target;
}

afterAll(() => {
  for (const target of targets) target.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function planFor(target: DeployTarget, further: Partial<PlanInput> = {}): Promise<Plan> {
  const wanted = further.facts ?? facts;
  return planDeployment(inputOf(wanted, { state: await target.read(wanted), ...further }));
}

async function deploy(target: DeployTarget, further: Partial<PlanInput> = {}): Promise<void> {
  const materials = { config: CONFIG, secrets: SECRETS, facts: further.facts ?? facts, ...further };
  await carryOut(await planFor(target, further), target, materials);
}

it('says in Chinese what a first deployment does', () => {
  const plan = planDeployment(inputOf(facts));
  expect(describePlan({ config: CONFIG, facts, plan, isStateKnown: true })).toBe(
    `部署计划：阿坝藏族羌族自治州 → 环境 city-1a2b3c，小程序 wx0123456789abcdef
代码 1.2.0（提交 0123456789ab）
小程序包：weapp main package 10.0 KB
云端现状：已读取

要做的 16 步：
   1. 新建集合 settings（仅管理端可读写）
   2. 新建集合 shifts（仅管理端可读写）
   3. 新建索引 shifts/of-activity（activityId↑ startsAt↓）
   4. 新建索引 shifts/by-code（code↑，唯一）
   5. 写入 settings 初始数据 1 条（已有的不动）
   6. 云函数安全规则：客户端只能调用 api
   7. 新建云函数 api（2.0 KB，超时 20 秒，云端安装依赖）
   8. 云函数 api 的云调用权限：security.msgSecCheck
   9. 新建云函数 fold（2.0 KB，超时 60 秒，云端安装依赖）
  10. 云函数 fold 的定时触发器：fold“*/5 * * * * * *”
  11. 开通静态网站托管，未知地址回到 index.html
  12. 上传网站文件 1 个，共 0.0 KB：js/app.0a1b2c3d.js
  13. 上传网站文件 1 个，共 0.0 KB：index.html
  14. 网站地址 / 由静态网站回答
  15. 网站地址 /p 由云函数 api 回答
  16. 上传小程序 1.2.0（构建 dddddddddddd），成为开发版本`,
  );
});

it('shows no secret, whatever is wrong', () => {
  const state: TargetState = { ...EMPTY_TARGET, functions: { old: functionState({}) } };
  const plan = planDeployment(inputOf({ ...facts, isClean: false }, { state }));
  const text = describePlan({ config: CONFIG, facts, plan, isStateKnown: true }) + JSON.stringify(plan);
  for (const secret of Object.values(SECRETS)) if (secret.length > 8) expect(text).not.toContain(secret);
});

it('does everything once: a second run changes nothing', async () => {
  const target = freshTarget();
  await deploy(target);
  expect((await planFor(target)).steps).toEqual([]);
});

it('is finished by a second run, wherever the first one died', async () => {
  const commands = planDeployment(inputOf(facts)).steps.length + 1;
  for (let dieAt = 1; dieAt <= commands; dieAt += 1) {
    for (const isAfter of [false, true]) {
      const target = freshTarget();
      await deploy(dying(target, dieAt, isAfter)).catch(() => undefined);
      await deploy(target);
      expect((await planFor(target)).steps).toEqual([]);
      expect(target.variablesOf('api')['XIANGFENG_MASTER_KEY']).toBe(SECRETS.XIANGFENG_MASTER_KEY);
    }
  }
});

/** Dies at its n-th command, before it or after it was carried out. */
function dying(target: DeployTarget, dieAt: number, isAfter: boolean): DeployTarget {
  let count = 0;
  return new Proxy(target, {
    get(object, name) {
      const member: unknown = Reflect.get(object, name);
      if (typeof member !== 'function' || name === 'read') return bound(member, object);
      return async (...args: unknown[]) => {
        count += 1;
        if (count === dieAt && !isAfter) throw new Error('died');
        await Reflect.apply(member, object, args);
        if (count === dieAt) throw new Error('died');
      };
    },
  });
}

function bound(member: unknown, object: object): unknown {
  return typeof member === 'function' ? member.bind(object) : member;
}

/** Another release of the small product. */
const anyRelease = fc.record({
  digests: fc.array(fc.constantFrom('1', '2', '3'), { minLength: 2, maxLength: 2 }),
  timeoutSeconds: fc.integer({ min: 1, max: 900 }),
  hasTimer: fc.boolean(),
  cron: fc.constantFrom('*/5 * * * * * *', '0 */5 * * * * *'),
  page: fc.string(),
  hasSecondIndex: fc.boolean(),
  mini: fc.constantFrom('a', 'b'),
});

type Release = typeof anyRelease extends fc.Arbitrary<infer Wish> ? Wish : never;

function releaseOf(wish: Release): RepositoryFacts {
  const [settings, shifts] = facts.collections;
  if (settings === undefined || shifts === undefined) throw new Error('the example has two collections');
  return {
    ...facts,
    collections: [settings, { ...shifts, indexes: shifts.indexes.slice(0, wish.hasSecondIndex ? 2 : 1) }],
    functions: facts.functions.map((one, place) => ({
      ...one,
      digest: (wish.digests[place] ?? '').repeat(64),
      timeoutSeconds: wish.timeoutSeconds,
      timers: one.name === 'fold' && wish.hasTimer ? [{ name: 'fold', cron: wish.cron }] : [],
    })),
    site: [fileOf('index.html', wish.page)],
    miniProgram: { ...facts.miniProgram, digest: wish.mini.repeat(64) },
  };
}

it('brings any release to any other, and then has nothing left to do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRelease, { minLength: 1, maxLength: 4 }), async (wishes) => {
      const target = freshTarget();
      for (const wish of wishes) {
        const release = releaseOf(wish);
        await deploy(target, { facts: release });
        expect((await planFor(target, { facts: release })).steps).toEqual([]);
      }
      target.close();
      targets.pop();
    }),
    { numRuns: 25 },
  );
});

it('removes no index and no function that was not named', async () => {
  const target = freshTarget();
  await deploy(target);
  await target.addIndex('shifts', { name: 'old', keys: [{ field: 'place', direction: 1 }] });
  const without = { ...facts, functions: facts.functions.slice(0, 1) };
  const plan = await planFor(target, { facts: without });
  expect(plan.steps).toEqual([]);
  expect(plan.notes).toEqual([
    '云端多一个索引 shifts/old，保留；要删去就加上 --remove index:shifts/old',
    '云端多一个云函数 fold，保留；要删去就加上 --remove function:fold',
  ]);
  const removals = ['index:shifts/old', 'function:fold'];
  expect((await planFor(target, { facts: without, removals })).steps).toEqual([
    { kind: 'removeIndex', collection: 'shifts', index: 'old' },
    { kind: 'removeFunction', name: 'fold' },
  ]);
  await deploy(target, { facts: without, removals });
  expect(await planFor(target, { facts: without })).toEqual({ steps: [], problems: [], notes: [] });
});

it('rebuilds an index that changed only when it is told to', async () => {
  const target = freshTarget();
  await deploy(target);
  const [settings, shifts] = facts.collections;
  if (settings === undefined || shifts === undefined) throw new Error('the example has two collections');
  const keys = [{ field: 'activityId', direction: 1 }] as const;
  const changed = {
    ...facts,
    collections: [settings, { ...shifts, indexes: [{ name: 'of-activity', keys }] }],
  };
  expect((await planFor(target, { facts: changed })).problems).toEqual([
    '索引 shifts/of-activity 在云端的字段与代码不同：确认可以重建后加上 --remove index:shifts/of-activity',
  ]);
  await deploy(target, { facts: changed, removals: ['index:shifts/of-activity'] });
  expect((await planFor(target, { facts: changed })).steps).toEqual([]);
});

function functionState(further: object) {
  const base = {
    digest: null,
    timeoutSeconds: 3,
    memoryMegabytes: 256,
    variables: {},
    timers: [],
    openApi: [],
  };
  return { ...base, ...further };
}

it('never gives functions another master key than they have', async () => {
  const target = freshTarget();
  await deploy(target);
  const secrets = { ...SECRETS, XIANGFENG_MASTER_KEY: 'cd'.repeat(32) };
  const { problems } = await planFor(target, { secrets });
  expect(problems).toEqual([expect.stringContaining('api、fold 用的是另一把主密钥')]);
  await expect(deploy(target, { secrets })).rejects.toThrow('另一把主密钥');
});

it('[ME2] brings the templates of messages to the functions, and a change of them again', async () => {
  const target = freshTarget();
  const variableNames = ['XIANGFENG_MASTER_KEY', 'XIANGFENG_MESSAGE_TEMPLATES'];
  const wishes = { facts: { ...facts, variableNames } };
  await deploy(target, wishes);
  expect((await planFor(target, wishes)).steps).toEqual([]);
  const fields = { title: 'thing1', time: 'time2', place: null, note: null };
  const messageTemplates = { seatGiven: { templateId: 'T'.repeat(43), fields }, shiftSoon: null };
  const config = { ...CONFIG, miniProgram: { ...CONFIG.miniProgram, messageTemplates } };
  const { steps } = await planFor(target, { ...wishes, config });
  expect(steps).toMatchObject([
    { kind: 'setFunction', changes: ['环境变量 XIANGFENG_MESSAGE_TEMPLATES'] },
    { kind: 'setFunction', changes: ['环境变量 XIANGFENG_MESSAGE_TEMPLATES'] },
  ]);
  await deploy(target, { ...wishes, config });
  expect(JSON.parse(target.variablesOf('fold')['XIANGFENG_MESSAGE_TEMPLATES'] ?? '')).toEqual({
    seatGiven: messageTemplates.seatGiven,
  });
});

it('keeps what it does not know: rules and functions of others, documents', async () => {
  const target = freshTarget();
  await deploy(target);
  await target.setFunctionRule({ '*': { invoke: true }, theirs: { invoke: 'auth != null' } });
  const { steps } = await planFor(target);
  const rule = {
    '*': { invoke: false },
    theirs: { invoke: 'auth != null' },
    api: { invoke: true },
    fold: { invoke: false },
  };
  expect(steps).toEqual([{ kind: 'setFunctionRule', rule }]);
  const kinds = (await planFor(target, { facts: { ...facts, collections: [] } })).steps.map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['setFunctionRule']);
});

it.each<[string, Partial<PlanInput>]>([
  ['还没有填 AppID', { config: { ...CONFIG, miniProgram: { appId: 'wx0000000000000000', robot: 1 } } }],
  ['还没有填云开发环境', { config: withEnvironment('xiangfeng-example-0a1b2c3d') }],
  ['工作区里有未提交的改动', { facts: { ...facts, isClean: false } }],
  ['这里不是 Git 仓库', { facts: { ...facts, commit: null, isClean: false } }],
  ['H5 网站还没有构建', { facts: { ...facts, builds: { ...facts.builds, h5: 'missing' } } }],
  ['小程序的构建不是现在的代码或配置', { facts: { ...facts, builds: { ...facts.builds, weapp: 'stale' } } }],
  ['缺少 XIANGFENG_MASTER_KEY', { secrets: without('XIANGFENG_MASTER_KEY') }],
  ['缺少 WECHAT_UPLOAD_KEY_FILE', { secrets: without('WECHAT_UPLOAD_KEY_FILE') }],
  ['XIANGFENG_MASTER_KEY 不是 64 位十六进制', { secrets: { ...SECRETS, XIANGFENG_MASTER_KEY: 'short' } }],
  ['--remove function:api 指的东西', { removals: ['function:api'] }],
  ['--remove everything 指的东西', { removals: ['everything'] }],
])('refuses to run: %s', async (words, further) => {
  const plan = planDeployment(inputOf(facts, further));
  expect(plan.problems).toEqual([expect.stringContaining(words)]);
  const untouched = new Proxy(freshTarget(), { get: () => () => Promise.reject(new Error('touched')) });
  const materials = { config: CONFIG, secrets: SECRETS, facts };
  await expect(carryOut(plan, untouched, materials)).rejects.toThrow(words);
});

function withEnvironment(environmentId: string): typeof CONFIG {
  return { ...CONFIG, cloud: { ...CONFIG.cloud, environmentId } };
}

function without(name: string) {
  return Object.fromEntries(Object.entries(SECRETS).filter(([key]) => key !== name));
}

it('says what has to be done by hand', () => {
  const config = {
    ...CONFIG,
    office: { openIds: [] },
    site: { ...CONFIG.site, publishableKey: null, filingNumber: null },
  };
  const plan = planDeployment(inputOf(facts, { config, secrets: without('WECHAT_APP_SECRET') }));
  expect(plan.notes).toEqual([
    expect.stringContaining('右键“上传并部署”一次'),
    expect.stringContaining('没有 publishableKey'),
    expect.stringContaining('没有 filingNumber'),
    expect.stringContaining('还没有指定市级管理员'),
  ]);
  expect(plan.steps.map(({ kind }) => kind)).not.toContain('allowOpenApi');
  expect(plan.problems).toEqual([]);
});
