/** `npm run deploy -- --dry-run` on a laptop without any account. */
import { runTool } from '../run-command';

const NO_KEYS = { TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '', XIANGFENG_MASTER_KEY: '' };
const EXAMPLE = ['--config', 'deploy.config.example.ts'];

function deploy(...args: readonly string[]): ReturnType<typeof runTool> {
  return runTool('tsx', ['scripts/deploy.ts', ...EXAMPLE, ...args], { env: NO_KEYS });
}

it('prints the whole plan, what is missing, and changes nothing', async () => {
  const { code, output } = await deploy('--dry-run');
  expect(output).toContain('部署计划：阿坝藏族羌族自治州 → 环境 xiangfeng-example-0a1b2c3d');
  expect(output).toContain('没有密钥，未读取，按空环境列出全部步骤');
  for (const words of [
    '新建集合 attendances（仅管理端可读写）',
    '新建索引 attendances/counted-of-volunteer',
    '写入 divisions 初始数据',
    '新建云函数 fold',
    '客户端只能调用 api、console、page、paper',
    '定时触发器：fold“*/5 * * * * * *”',
    '上传网站文件',
    '上传小程序 ',
    '还没有填 AppID',
    '缺少 TENCENTCLOUD_SECRETKEY',
  ])
    expect(output).toContain(words);
  expect(code).toBe(0);
});

it('without the flag refuses, and says why', async () => {
  const { code, output } = await deploy();
  expect(output).toContain('现在还不能执行');
  expect(code).toBe(1);
});

it('refuses a configuration that is not there, and an option it does not know', async () => {
  for (const args of [['--config', 'none.ts'], ['--wet-run']]) {
    const { code } = await runTool('tsx', ['scripts/deploy.ts', ...args], { env: NO_KEYS });
    expect(code).toBe(1);
  }
});
