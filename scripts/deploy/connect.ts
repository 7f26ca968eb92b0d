/** Joins the adapters to their packages; nothing is loaded before there are keys. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type CloudBase from '@cloudbase/manager-node';
import { installPackages, loadPackage } from '../../tests/weapp/packages';
import { CloudRows, parseRowsSdk } from './cloud-rows';
import { CloudRules } from './cloud-rules';
import type { DeployConfig } from './config';
import type { DeployTarget, RepositoryFacts } from './model';
import type { DeploySecrets } from './secrets';
import { TencentTarget } from './tencent-target';
import { miniProgramUploader, openApiGrants, type PostJson } from './wechat';

const require_ = createRequire(path.join(__dirname, 'connect.ts'));

/** Null without the keys of Tencent Cloud: then nobody can be asked. */
export function connect(
  config: DeployConfig,
  secrets: DeploySecrets,
  { commit }: Pick<RepositoryFacts, 'commit'>,
): DeployTarget | null {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = secrets;
  if (secretId === undefined || secretKey === undefined) return null;
  const { environmentId, region } = config.cloud;
  const { appId, robot } = config.miniProgram;
  const manager = new (parseManager(require_('@cloudbase/manager-node')))({
    secretId,
    secretKey,
    envId: environmentId,
    region,
  });
  const tcb = manager.commonService('tcb', '2018-06-08');
  const { WECHAT_APP_SECRET: appSecret, WECHAT_UPLOAD_KEY_FILE: keyFile = '' } = secrets;
  return new TencentTarget({
    manager,
    environmentId,
    domain: new URL(config.site.origin).hostname,
    rules: new CloudRules((options) => tcb.call(options), environmentId),
    rows: new CloudRows(parseRowsSdk(databaseOf(environmentId, { secretId, secretKey }))),
    uploader: miniProgramUploader({ appId, robot, keyFile, description: `提交 ${commit ?? ''}` }, () => {
      installPackages();
      return loadPackage('miniprogram-ci');
    }),
    grants: appSecret === undefined ? null : openApiGrants({ appId, appSecret, environmentId }, postJson),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
}

/** The SDK finds the keys where functions find them. */
function databaseOf(environmentId: string, { secretId, secretKey }: Keys): unknown {
  process.env['TENCENTCLOUD_SECRETID'] = secretId;
  process.env['TENCENTCLOUD_SECRETKEY'] = secretKey;
  const cloud = parseCloud(require_('wx-server-sdk'));
  cloud.init({ env: environmentId });
  return cloud.database();
}

const postJson: PostJson = async (url, body) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
};

function parseManager(module: unknown): typeof CloudBase {
  return module as typeof CloudBase;
}

function parseCloud(module: unknown): { init(options: { env: string }): void; database(): unknown } {
  return module as { init(options: { env: string }): void; database(): unknown };
}
