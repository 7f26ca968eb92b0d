/**
 * Why this exists: the contract's local host – the engine behind a bare HTTP server, and the real SDK over
 * it.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import * as sdk from 'wx-server-sdk';
import { LocalDatabase } from '@local-cloud/database/database';
import { INDEXED, PLACES, PLAIN, type ContractHost } from './rule';
import { parseSdk } from './sdk';

const ENVIRONMENT = 'contract-local';

/** What a function process finds in its environment, so far as the SDK reads it. */
export function useLocalEndpoint(port: number): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENVIRONMENT,
    TCB_ENV: ENVIRONMENT,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    SILENCE: 'true',
  });
}

function parseBody(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Serves `POST /admin` with the database's answers. */
export async function serveDatabase(database: LocalDatabase): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    void textOf(request).then(async (text) => {
      const body = parseBody(text);
      const answer = await database.handle(String(body['action']), body);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, port: address.port };
}

export async function makeLocalHost(): Promise<ContractHost> {
  let elapsed = 0;
  const database = LocalDatabase.open({ path: ':memory:', clock: () => Date.now() + elapsed });
  for (const name of [PLAIN, INDEXED, PLACES]) database.declareCollection(name);
  database.declareIndex(INDEXED, { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true });
  const area = {
    name: 'area_n',
    keys: [
      { field: 'area', direction: -1 as const },
      { field: 'n', direction: 1 as const },
    ],
  };
  database.declareIndex(INDEXED, area);
  database.declareIndex(INDEXED, { name: 'n', keys: [{ field: 'n', direction: 1 }] });
  database.declareIndex(PLACES, { name: 'place', keys: [{ field: 'place', direction: '2dsphere' }] });
  const { server, port } = await serveDatabase(database);
  useLocalEndpoint(port);
  const cloud = parseSdk(sdk);
  cloud.init({ env: ENVIRONMENT });
  return {
    database: cloud.database({ throwOnNotFound: false }),
    strictDatabase: cloud.database(),
    empty: () => {
      database.clear();
      elapsed = 0;
      return Promise.resolve();
    },
    elapse: (milliseconds) => {
      elapsed += milliseconds;
      return Promise.resolve();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}
