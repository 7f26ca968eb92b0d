import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import exampleConfig from '../../deploy.config.example';
import { parseDeployConfig } from './config';
import { fingerprintOf, parseSecretsFile, readSecrets } from './secrets';

const example = parseDeployConfig(exampleConfig);

it('accepts the example as it stands', () => {
  expect(parseDeployConfig(exampleConfig)).toEqual(example);
  expect(fs.existsSync(path.resolve(__dirname, '../..', example.city.divisionsFile))).toBe(true);
});

it.each([
  ['city.code', { city: { ...example.city, code: '513200' } }, '填四位行政区划代码'],
  ['city.name', { city: { ...example.city, name: '' } }, '要填城市的正式名称'],
  ['office.openIds.0', { office: { openIds: ['张三'] } }, '第一个市级管理员'],
  [
    'miniProgram.appId',
    { miniProgram: { ...example.miniProgram, appId: 'touristappid' } },
    'AppID 以 wx 开头',
  ],
  ['miniProgram.robot', { miniProgram: { ...example.miniProgram, robot: 31 } }, '1 到 30'],
  [
    'miniProgram.messageTemplates.seatGiven.fields.title',
    { miniProgram: { ...example.miniProgram, messageTemplates: { seatGiven: templateWith('phrase1') } } },
    '只能选“thing”类型的字段',
  ],
  ['cloud.environmentId', { cloud: { ...example.cloud, environmentId: '生产' } }, '环境概览'],
  ['cloud.region', { cloud: { ...example.cloud, region: 'ap-chengdu' } }, 'ap-shanghai'],
  ['cloud.memoryMegabytes', { cloud: { ...example.cloud, memoryMegabytes: 300 } }, '128 的倍数'],
  ['site.origin', { site: { ...example.site, origin: 'http://a.gov.cn' } }, '以 https:// 开头'],
  ['site.origin', { site: { ...example.site, origin: 'https://a.gov.cn/' } }, '末尾不带斜杠'],
  ['office', { office: undefined }, '对照 deploy.config.example.ts'],
  ['secretsFile', { secretsFile: 3 }, '没有就写 null'],
  ['（整个文件）', { secretKey: 'x' }, '不认识 secretKey'],
])('refuses a wrong %s and says what to write', (field, change, words) => {
  const refusal = (): unknown => parseDeployConfig({ ...example, ...change });
  expect(refusal).toThrow('deploy.config.ts 里有要改的值');
  expect(refusal).toThrow(`${field}：`);
  expect(refusal).toThrow(words);
});

function templateWith(title: string) {
  return { templateId: 'T'.repeat(43), fields: { title, time: 'time2', place: null, note: null } };
}

it('reads keys from the environment first, then from the file, which lies outside the repository', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangfeng-keys-'));
  const file = path.join(folder, 'deploy.env');
  fs.writeFileSync(file, '# keys\nTENCENTCLOUD_SECRETID=of-file\nXIANGFENG_MASTER_KEY="quoted"\nOTHER=no\n');
  expect(readSecrets(file, __dirname, { TENCENTCLOUD_SECRETID: 'of-environment', PATH: '/bin' })).toEqual({
    TENCENTCLOUD_SECRETID: 'of-environment',
    XIANGFENG_MASTER_KEY: 'quoted',
  });
  expect(() => readSecrets(file, folder, {})).toThrow('移到仓库之外');
  expect(() => readSecrets(path.join(folder, 'none'), __dirname, {})).toThrow('找不到');
  fs.rmSync(folder, { recursive: true });
});

it('reads lines of a keys file, and nothing else', () => {
  expect(parseSecretsFile("A=1\r\n B_2 = x=y \n#C=3\n\nno line\nD='q'\n")).toEqual({
    A: '1',
    B_2: 'x=y',
    D: 'q',
  });
});

it('tells values apart without showing them', () => {
  expect(fingerprintOf('a')).not.toBe(fingerprintOf('b'));
  expect(fingerprintOf('a')).toMatch(/^[0-9a-f]{16}$/);
});
