/**
 * What is asked of Tencent Cloud and of WeChat, request by request. The manager's part is typed by the
 * library itself; the recorder below stands for the network, not for anything of ours.
 */
import { CONFIG, inputOf, SECRETS, smallFacts } from '../../tests/kit/deploy-examples';
import { carryOut } from './carry-out';
import { CloudRows, type RowsSdk } from './cloud-rows';
import { CloudRules } from './cloud-rules';
import { planDeployment } from './plan';
import { TencentTarget, type CloudManager } from './tencent-target';
import { miniProgramUploader, openApiGrants } from './wechat';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-tencent-'));
const facts = smallFacts(folder);

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Answers from a table, by service and method; everything else answers with an empty object. */
function recorder(answers: Readonly<Record<string, unknown>>): { manager: CloudManager; calls: Call[] } {
  const calls: Call[] = [];
  const service = (group: string): object =>
    new Proxy(
      {},
      {
        get:
          (_object, method) =>
          (...args: unknown[]) => {
            const name = `${group}.${String(method)}`;
            calls.push({ name, args });
            return Promise.resolve(answers[name] ?? {});
          },
      },
    );
  const groups = ['database', 'functions', 'hosting', 'env'] as const;
  return { manager: parseManager(Object.fromEntries(groups.map((group) => [group, service(group)]))), calls };
}

function parseManager(value: unknown): CloudManager {
  return value as CloudManager;
}

const DOMAIN = new URL(CONFIG.site.origin).hostname;

const EMPTY_ANSWERS = {
  'database.listCollections': { Collections: [] },
  'functions.listAllFunctions': [],
  'functions.getFunctionDetail': { Environment: { Variables: [{ Key: 'THEIRS', Value: 'stays' }] } },
  'hosting.getInfo': [{ Status: 'online' }],
  'hosting.listFiles': [],
  'env.describeHttpServiceRoute': { Domains: [{ Domain: DOMAIN, Routes: [] }] },
};

function sdkOf(present: readonly string[], added: unknown[]): RowsSdk {
  const get = () => Promise.resolve({ data: present.map((_id) => ({ _id })) });
  return {
    command: { in: (values) => ({ $in: values }) },
    collection: (name) => ({
      where: () => ({ field: () => ({ limit: () => ({ get }) }) }),
      add: ({ data }) => Promise.resolve(added.push({ name, data })),
    }),
  };
}

/** Answers that everything is closed, with this rule of the functions; notes what is changed. */
function rulesOf(SecurityRule: string, calls: Call[] = []): CloudRules {
  const answers = { AclTag: 'ADMINONLY', Data: { PermissionList: [{ SecurityRule }] } };
  return new CloudRules(({ Action, Param }) => {
    calls.push({ name: `tcb.${Action}`, args: [Param] });
    return Promise.resolve(answers);
  }, 'city-1a2b3c');
}

function targetOf(manager: CloudManager, added: unknown[] = [], calls: Call[] = []): TencentTarget {
  return new TencentTarget({
    manager,
    environmentId: 'city-1a2b3c',
    domain: DOMAIN,
    rules: rulesOf('', calls),
    rows: new CloudRows(sdkOf([], added)),
    uploader: { upload: () => Promise.resolve() },
    grants: { get: () => Promise.resolve([]), set: () => Promise.resolve() },
    sleep: () => Promise.resolve(),
  });
}

it('asks for a first deployment in this order', async () => {
  const { manager, calls } = recorder(EMPTY_ANSWERS);
  const added: unknown[] = [];
  const target = targetOf(manager, added, calls);
  const plan = planDeployment(inputOf(facts, { state: await target.read(facts) }));
  calls.length = 0;
  await carryOut(plan, target, { config: CONFIG, secrets: SECRETS, facts });
  expect(added).toEqual([{ name: 'settings', data: [{ _id: 'city', cityName: '阿坝州' }] }]);
  const written = calls.filter(({ name }) => !/\.(get|list|[dD]escribe|wait)/.test(name));
  expect(written.map(({ name }) => name)).toEqual([
    'database.createCollectionIfNotExists',
    'tcb.ModifyDatabaseACL',
    'database.createCollectionIfNotExists',
    'tcb.ModifyDatabaseACL',
    'database.updateCollection',
    'database.updateCollection',
    'tcb.ModifyResourcePermission',
    'functions.createFunction',
    'functions.updateFunctionConfig',
    'functions.createFunction',
    'functions.updateFunctionConfig',
    'functions.createFunctionTriggers',
    'hosting.uploadFiles',
    'hosting.uploadFiles',
    'env.createHttpServiceRoute',
    'env.createHttpServiceRoute',
    'hosting.uploadFiles',
  ]);
  expect(written[3]?.args).toEqual([{ EnvId: 'city-1a2b3c', CollectionName: 'shifts', AclTag: 'ADMINONLY' }]);
  expect(written[5]?.args).toEqual([
    'shifts',
    {
      CreateIndexes: [
        {
          IndexName: 'by-code',
          MgoKeySchema: { MgoIndexKeys: [{ Name: 'code', Direction: '1' }], MgoIsUnique: true },
        },
      ],
    },
  ]);
  expect(written[11]?.args).toEqual(['fold', [{ name: 'fold', type: 'timer', config: '*/5 * * * * * *' }]]);
});

it('sets variables without losing those it does not know, and the digest last', async () => {
  const { manager, calls } = recorder(EMPTY_ANSWERS);
  const [api] = facts.functions;
  if (api === undefined) throw new Error('the example has functions');
  const settings = { timeoutSeconds: 20, memoryMegabytes: 256, variables: { XIANGFENG_MASTER_KEY: 'm' } };
  await targetOf(manager).putFunction(api, settings);
  expect(calls.map(({ name }) => name)).toEqual([
    'functions.createFunction',
    'functions.getFunctionDetail',
    'functions.updateFunctionConfig',
    'functions.waitFunctionActive',
  ]);
  expect(calls[2]?.args).toEqual([
    {
      name: 'api',
      timeout: 20,
      memorySize: 256,
      envVariables: { THEIRS: 'stays', XIANGFENG_MASTER_KEY: 'm', XIANGFENG_BUNDLE: api.digest },
    },
  ]);
});

it('reads what is there, so that the plan for it is empty', async () => {
  const [api, fold] = facts.functions;
  const variables = (digest = ''): object[] => [
    { Key: 'XIANGFENG_MASTER_KEY', Value: SECRETS.XIANGFENG_MASTER_KEY },
    { Key: 'XIANGFENG_BUNDLE', Value: digest },
  ];
  const base = recorder({
    ...EMPTY_ANSWERS,
    'database.listCollections': {
      Collections: [{ CollectionName: 'settings' }, { CollectionName: 'shifts' }],
    },
    'functions.listAllFunctions': [{ FunctionName: 'api' }, { FunctionName: 'fold' }],
    'env.describeHttpServiceRoute': {
      Domains: [
        {
          Domain: DOMAIN,
          Routes: [
            { Path: '/', UpstreamResourceName: 'staticstore' },
            { Path: '/p', UpstreamResourceName: 'api' },
          ],
        },
      ],
    },
    'hosting.listFiles': [
      ...facts.site.map(({ path: Key, md5 }) => ({ Key, ETag: `"${md5}"` })),
      { Key: `deployment/mini-program-${'d'.repeat(64)}.json`, ETag: '"x"' },
    ],
  });
  const rule = JSON.stringify({ '*': { invoke: false }, api: { invoke: true }, fold: { invoke: false } });
  const manager = parseManager({
    ...base.manager,
    hosting: base.manager.hosting,
    database: {
      listCollections: () => base.manager.database.listCollections(),
      describeCollection: (name: string) => Promise.resolve({ Indexes: indexesOf(name) }),
    },
    functions: {
      listAllFunctions: () => base.manager.functions.listAllFunctions({ envId: '' }),
      getFunctionDetail: (name: string) =>
        Promise.resolve({
          Timeout: name === 'api' ? 20 : 60,
          MemorySize: 256,
          Environment: { Variables: variables(name === 'api' ? api?.digest : fold?.digest) },
          Triggers:
            name === 'api'
              ? []
              : [{ TriggerName: 'fold', Type: 'timer', TriggerDesc: '{"cron":"*/5 * * * * * *"}' }],
        }),
    },
  });
  const target = new TencentTarget({
    manager,
    environmentId: 'city-1a2b3c',
    domain: DOMAIN,
    rules: rulesOf(rule),
    rows: new CloudRows(sdkOf(['city'], [])),
    uploader: { upload: () => Promise.reject(new Error('not asked for')) },
    grants: { get: () => Promise.resolve(['security.msgSecCheck']), set: () => Promise.resolve() },
    sleep: () => Promise.resolve(),
  });
  const plan = planDeployment(inputOf(facts, { state: await target.read(facts) }));
  expect(plan).toEqual({ steps: [], problems: [], notes: [] });
});

function indexesOf(name: string): object[] {
  const id = { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] };
  const declared = facts.collections.find((collection) => collection.name === name)?.indexes ?? [];
  const others = declared.map((index) => ({
    Name: index.name,
    Unique: index.unique === true,
    Keys: index.keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
  }));
  return [id, ...others];
}

it('adds first documents in batches, and only the missing ones', async () => {
  const added: { data: readonly object[] }[] = [];
  const rows = Array.from({ length: 450 }, (_none, place) => ({ _id: `d${place}` }));
  await new CloudRows(sdkOf(['d0', 'd449'], added)).add('divisions', rows);
  expect(added.map(({ data }) => data.length)).toEqual([199, 200, 49]);
});

it('waits until the site is open, and gives up in the end', async () => {
  const opening = { ...EMPTY_ANSWERS, 'hosting.getInfo': [{ Status: 'process' }] };
  await expect(targetOf(recorder(opening).manager).openSite()).rejects.toThrow('还在开通');
  const { manager, calls } = recorder(EMPTY_ANSWERS);
  await targetOf(manager).openSite();
  expect(calls.at(-1)).toEqual({
    name: 'hosting.setWebsiteDocument',
    args: [{ indexDocument: 'index.html', errorDocument: 'index.html' }],
  });
});

it('hands the build to the uploader with the key of the city', async () => {
  const seen: unknown[] = [];
  class Project {
    constructor(readonly options: object) {
      seen.push(options);
    }
  }
  const upload = (options: object): Promise<void> => {
    seen.push(options);
    return Promise.resolve();
  };
  const options = { appId: 'wx0123456789abcdef', robot: 2, keyFile: 'upload.key', description: '提交 0123' };
  await miniProgramUploader(options, () => ({ Project, upload })).upload('dist/weapp', '1.2.0');
  expect(seen).toEqual([
    {
      appid: 'wx0123456789abcdef',
      type: 'miniProgram',
      projectPath: 'dist/weapp',
      privateKeyPath: 'upload.key',
      ignores: [],
    },
    expect.objectContaining({ version: '1.2.0', desc: '提交 0123', robot: 2 }),
  ]);
});

describe('open API permissions', () => {
  const app = { appId: 'wx1', appSecret: 'secret', environmentId: 'city-1a2b3c' };

  it('reads and writes the configuration of one function', async () => {
    const asked: (readonly [string, object])[] = [];
    const config = JSON.stringify({ permissions: { openapi: ['security.msgSecCheck'] } });
    const grants = openApiGrants(app, (url, body) => {
      asked.push([url, body]);
      return Promise.resolve(url.includes('stable_token') ? { access_token: 't/1' } : { errcode: 0, config });
    });
    expect(await grants.get('api')).toEqual(['security.msgSecCheck']);
    await grants.set('api', ['wxacode.getUnlimited']);
    expect(asked[3]).toEqual([
      'https://api.weixin.qq.com/tcb/uploadfuncconfig?access_token=t%2F1',
      {
        type: 1,
        env: 'city-1a2b3c',
        function_name: 'api',
        config: '{"permissions":{"openapi":["wxacode.getUnlimited"]}}',
      },
    ]);
  });

  it('takes "nothing configured" for none, and passes other refusals on', async () => {
    const answering = (answer: object) =>
      openApiGrants(app, (url) =>
        Promise.resolve(url.includes('stable_token') ? { access_token: 't' } : answer),
      );
    expect(await answering({ errcode: 85_089, errmsg: 'none' }).get('api')).toEqual([]);
    await expect(answering({ errcode: 40_014, errmsg: 'bad token' }).get('api')).rejects.toThrow(
      'bad token（40014）',
    );
    const unknown = openApiGrants(app, () =>
      Promise.resolve({ errcode: 40_125, errmsg: 'invalid appsecret' }),
    );
    await expect(unknown.get('api')).rejects.toThrow('invalid appsecret（40125）');
  });
});

it('leads paths of a bound domain, and none of a domain that is not bound', async () => {
  const { manager, calls } = recorder(EMPTY_ANSWERS);
  await targetOf(manager).routePath('/p', 'page');
  expect(calls.at(-1)?.args).toEqual([
    {
      EnvId: 'city-1a2b3c',
      Domain: {
        Domain: DOMAIN,
        Routes: [
          {
            Path: '/p',
            UpstreamResourceType: 'SCF',
            UpstreamResourceName: 'page',
            EnableAuth: false,
            EnablePathTransmission: true,
            Enable: true,
          },
        ],
      },
    },
  ]);
  const unbound = targetOf(recorder({ ...EMPTY_ANSWERS, 'env.describeHttpServiceRoute': {} }).manager);
  const plan = planDeployment(inputOf(facts, { state: await unbound.read(facts) }));
  expect(plan.steps.map(({ kind }) => kind)).not.toContain('routePath');
  expect(plan.notes).toEqual([expect.stringContaining('HTTP 访问服务')]);
});
