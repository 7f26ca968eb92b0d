/** Runs the built product on the local cloud: the second half of `npm start` (see start.ts). */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalProduct } from '@demo/compose-local-cloud';
import { DEFAULT_VOLUNTEERS } from '@demo/seed/seed-city';

const DEFAULT_PORT = 8787;

interface Wishes {
  readonly port: number;
  readonly dataDirectory: string;
  readonly isFresh: boolean;
  readonly volunteers: number;
}

function parseWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      fresh: { type: 'boolean', default: false },
      volunteers: { type: 'string', default: String(DEFAULT_VOLUNTEERS) },
      port: { type: 'string', default: process.env['PORT'] ?? String(DEFAULT_PORT) },
    },
  });
  const port = Number(values.port);
  const volunteers = Number(values.volunteers);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be 0 to 65535');
  if (!Number.isInteger(volunteers)) throw new Error('--volunteers wants a whole number');
  return { port, volunteers, dataDirectory: path.resolve(values.data), isFresh: values.fresh };
}

async function main(): Promise<void> {
  const wishes = parseWishes();
  if (wishes.isFresh) fs.rmSync(wishes.dataDirectory, { recursive: true, force: true });
  const projectDirectory = path.resolve(__dirname, '../..');
  const cloud = await startLocalProduct({ ...wishes, projectDirectory });
  const isEmpty = cloud.database.listDocuments('settings', { skip: 0, limit: 1 }).length === 0;
  if (isEmpty) {
    const report = await cloud.seed({ volunteers: wishes.volunteers });
    console.log(
      `演示城市已生成：${JSON.stringify(report['volunteers'])} 名志愿者，${JSON.stringify(report['records'])} 条服务记录`,
    );
  }
  console.log(`检查台 ${cloud.url}/__local/`);
  console.log(`ready ${cloud.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
