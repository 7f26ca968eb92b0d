/**
 * Keys of a deployment: from the environment, or from a file outside the repository. Never printed, never
 * stored.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const SECRET_NAMES = [
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'XIANGFENG_MASTER_KEY',
  'XIANGFENG_DATA_KEYS',
  'WECHAT_UPLOAD_KEY_FILE',
  'WECHAT_APP_SECRET',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];
export type DeploySecrets = Readonly<Partial<Record<SecretName, string>>>;

export const SECRET_WORDS: Readonly<Record<SecretName, string>> = {
  TENCENTCLOUD_SECRETID: '腾讯云访问密钥 SecretId',
  TENCENTCLOUD_SECRETKEY: '腾讯云访问密钥 SecretKey',
  XIANGFENG_MASTER_KEY: '主密钥，64 位十六进制（openssl rand -hex 32）',
  XIANGFENG_DATA_KEYS: '个人信息的钥匙，新的在前，用逗号隔开（可选）',
  WECHAT_UPLOAD_KEY_FILE: '小程序代码上传密钥文件的路径',
  WECHAT_APP_SECRET: '小程序 AppSecret',
};

/** Lines `NAME=value`; empty lines and lines that begin with `#` are passed over. */
export function parseSecretsFile(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).flatMap((line): (readonly [string, string])[] => {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')]];
  });
  return Object.fromEntries(pairs);
}

/**
 * The environment wins over the file. Throws when the file is missing or lies inside the repository, where it
 * might be committed one day.
 */
export function readSecrets(
  file: string | null,
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): DeploySecrets {
  const stored = file === null ? {} : readSecretsFile(path.resolve(root, file), root);
  const found = SECRET_NAMES.flatMap((name) => {
    const value = environment[name] ?? stored[name] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

function readSecretsFile(file: string, root: string): Record<string, string> {
  const way = path.relative(root, file);
  if (!way.startsWith('..') && !path.isAbsolute(way))
    throw new Error(
      '密钥文件在仓库里面，可能被提交出去：把它移到仓库之外，再改 deploy.config.ts 的 secretsFile',
    );
  if (!fs.existsSync(file)) throw new Error('找不到 deploy.config.ts 的 secretsFile 所指的文件');
  return parseSecretsFile(fs.readFileSync(file, 'utf8'));
}

/** Tells two values apart without showing either. */
export function fingerprintOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}
