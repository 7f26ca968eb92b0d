/** WeChat's side: the upload of the mini-program, and which open API interfaces a function may call. */
import * as z from 'zod';
import '@contract/zod-config';

export interface MiniProgramUploader {
  upload(directory: string, version: string): Promise<void>;
}

export interface OpenApiGrants {
  get(functionName: string): Promise<readonly string[]>;
  set(functionName: string, openApi: readonly string[]): Promise<void>;
}

interface UploaderOptions {
  readonly appId: string;
  readonly robot: number;
  readonly keyFile: string;
  readonly description: string;
}

/** What of miniprogram-ci is used; tests/weapp checks these names against the package's own types. */
interface UploaderPackage {
  readonly Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKeyPath: string;
    ignores: string[];
  }) => object;
  readonly upload: (options: {
    project: object;
    version: string;
    desc: string;
    robot: number;
    setting: Readonly<Record<string, boolean>>;
    onProgressUpdate: () => void;
  }) => Promise<unknown>;
}

/** Taro has compiled it already: WeChat only makes it smaller. */
const SETTING = { es6: false, minify: true, minifyJS: true, minifyWXML: true, minifyWXSS: true } as const;

/** `load` brings miniprogram-ci in when it is needed: it is ten times the size of everything else here. */
export function miniProgramUploader(options: UploaderOptions, load: () => unknown): MiniProgramUploader {
  return {
    async upload(directory, version) {
      const ci = parseUploader(load());
      const project = new ci.Project({
        appid: options.appId,
        type: 'miniProgram',
        projectPath: directory,
        privateKeyPath: options.keyFile,
        ignores: [],
      });
      await ci.upload({
        project,
        version,
        desc: options.description,
        robot: options.robot,
        setting: SETTING,
        onProgressUpdate: () => undefined,
      });
    },
  };
}

function parseUploader(value: unknown): UploaderPackage {
  return value as UploaderPackage;
}

const HOST = 'https://api.weixin.qq.com';
/** 云调用 is configuration of this type. */
const OPEN_API_TYPE = 1;
/** 云调用配置不存在 */
const NOTHING_CONFIGURED = 85_089;

const answerSchema = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  access_token: z.string().optional(),
  config: z.string().optional(),
});
const configSchema = z.object({ permissions: z.object({ openapi: z.array(z.string()) }) });
type Answer = z.infer<typeof answerSchema>;
export type PostJson = (url: string, body: object) => Promise<unknown>;

/** Over WeChat's server interfaces. Rejects with WeChat's own words. */
export function openApiGrants(
  app: { readonly appId: string; readonly appSecret: string; readonly environmentId: string },
  post: PostJson,
): OpenApiGrants {
  const ask = async (path: string, body: object): Promise<Answer> =>
    answerSchema.parse(await post(HOST + path, body));
  const token = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid: app.appId, secret: app.appSecret };
    const answer = await ask('/cgi-bin/stable_token', body);
    if (answer.access_token !== undefined) return answer.access_token;
    throw new Error(`微信不认 AppID 与 AppSecret：${wordsOf(answer)}`);
  };
  const configure = async (action: string, functionName: string, further: object): Promise<Answer> => {
    const path = `/tcb/${action}?access_token=${encodeURIComponent(await token())}`;
    const body = { type: OPEN_API_TYPE, env: app.environmentId, function_name: functionName, ...further };
    const answer = await ask(path, body);
    if ([0, NOTHING_CONFIGURED].includes(answer.errcode ?? 0)) return answer;
    throw new Error(`云函数 ${functionName} 的云调用权限：${wordsOf(answer)}`);
  };
  return {
    async get(functionName) {
      const { config } = await configure('getfuncconfig', functionName, {});
      const parsed = configSchema.safeParse(
        JSON.parse(config === undefined || config === '' ? '{}' : config),
      );
      return parsed.success ? parsed.data.permissions.openapi : [];
    },
    async set(functionName, openApi) {
      const config = JSON.stringify({ permissions: { openapi: openApi } });
      await configure('uploadfuncconfig', functionName, { config });
    },
  };
}

function wordsOf({ errcode, errmsg }: Answer): string {
  return `${errmsg ?? '没有说明'}（${errcode ?? '没有代码'}）`;
}
