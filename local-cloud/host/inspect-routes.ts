import { fileIdOf } from '../storage/cloud-path';
import { encodePath } from '../storage/storage-actions';
import { clockView } from './control-routes';
import type { ControlRequest, ControlRoute } from './control-types';
import type { ControlledCloud } from './controlled-cloud';
import { HttpError } from './http-error';
import { boundedNumber, jsonAnswer, type HttpAnswer } from './http-types';

const MAX_ROWS = 1000;

/** Routes that only look. */
export function inspectRoutes(cloud: ControlledCloud): ControlRoute[] {
  return [
    { method: 'GET', path: 'state', handle: () => jsonAnswer(stateView(cloud)) },
    { method: 'GET', path: 'clock', handle: () => jsonAnswer(clockView(cloud)) },
    { method: 'GET', path: 'timers', handle: () => jsonAnswer({ timers: cloud.timers.list() }) },
    { method: 'GET', path: 'faults', handle: () => jsonAnswer({ faults: cloud.faults.list() }) },
    { method: 'GET', path: 'subscriptions', handle: () => jsonAnswer(cloud.openApi.messages.ledger()) },
    { method: 'GET', path: 'messages', handle: (control) => listMessages(cloud, control) },
    { method: 'GET', path: 'calls', handle: (control) => listCalls(cloud, control) },
    { method: 'GET', path: 'calls/*', handle: ({ parameter }) => findCall(cloud, parameter) },
    {
      method: 'GET',
      path: 'collections',
      handle: () => jsonAnswer({ collections: cloud.database.listCollections() }),
    },
    { method: 'GET', path: 'collections/*', handle: (control) => listDocuments(cloud, control) },
    { method: 'GET', path: 'storage', handle: () => jsonAnswer({ files: storageView(cloud) }) },
    { method: 'GET', path: 'codes', handle: () => jsonAnswer({ codes: codesView(cloud) }) },
    { method: 'GET', path: 'codes/*.png', handle: ({ parameter }) => codeImage(cloud, parameter) },
    {
      method: 'GET',
      path: 'identities',
      handle: async () => jsonAnswer({ identities: await cloud.identities() }),
    },
  ];
}

function limitOf({ request }: ControlRequest, fallback: number): number {
  return boundedNumber(request.query.get('limit'), fallback, 1, MAX_ROWS);
}

function stateView(cloud: ControlledCloud): object {
  const files = cloud.storage.list();
  return {
    environmentId: cloud.environmentId,
    url: cloud.url,
    startedAt: cloud.startedAt,
    clock: clockView(cloud),
    functions: cloud.functions.list().map(({ name, timeoutMs, triggers }) => {
      return { name, timeoutMs, triggers, ...cloud.functions.describe(name) };
    }),
    timers: cloud.timers.list(),
    faults: cloud.faults.list(),
    collections: cloud.database.listCollections(),
    database: cloud.database.statistics(),
    storage: { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) },
    messageCount: cloud.openApi.messages.sent.size,
    invocationCount: cloud.functions.records.size,
    openApiCallCount: cloud.openApi.calls.size,
  };
}

function listMessages(cloud: ControlledCloud, control: ControlRequest): HttpAnswer {
  const openid = control.request.query.get('openid');
  const matches = (message: { openid: string }): boolean => openid === null || message.openid === openid;
  return jsonAnswer({ messages: cloud.openApi.messages.sent.newest(limitOf(control, 100), matches) });
}

function listCalls(cloud: ControlledCloud, control: ControlRequest): HttpAnswer {
  const limit = limitOf(control, 100);
  const name = control.request.query.get('function');
  const matches = (call: { functionName: string }): boolean => name === null || call.functionName === name;
  return jsonAnswer({
    invocations: cloud.functions.records.newest(limit, matches),
    openApi: cloud.openApi.calls.newest(limit),
  });
}

function findCall(cloud: ControlledCloud, id: string): HttpAnswer {
  const call = cloud.functions.records.newest(1, (record) => record.id === id)[0];
  if (call === undefined) throw new HttpError(404, 'CALL_NOT_FOUND', `there is no call ${id}`);
  return jsonAnswer(call);
}

function listDocuments(cloud: ControlledCloud, control: ControlRequest): HttpAnswer {
  const collections = cloud.database.listCollections();
  const collection = collections.find((candidate) => candidate.name === control.parameter);
  if (collection === undefined) {
    throw new HttpError(404, 'COLLECTION_NOT_FOUND', `there is no collection ${control.parameter}`);
  }
  const skip = boundedNumber(control.request.query.get('skip'), 0, 0, Number.MAX_SAFE_INTEGER);
  const limit = limitOf(control, 20);
  const documents = cloud.database.listDocuments(collection.name, { skip, limit });
  return jsonAnswer({ name: collection.name, total: collection.count, skip, limit, documents });
}

function storageView(cloud: ControlledCloud): object[] {
  return cloud.storage.list().map((file) => ({
    ...file,
    fileId: fileIdOf(cloud.environmentId, file.path),
    url: `/storage/${encodePath(file.path)}`,
  }));
}

function codesView(cloud: ControlledCloud): object[] {
  return cloud.openApi.codes.images.newest(MAX_ROWS).map(({ id, text, createdAt }) => {
    return { id, text, createdAt, url: `/__local/codes/${id}.png` };
  });
}

function codeImage(cloud: ControlledCloud, id: string): HttpAnswer {
  const code = cloud.openApi.codes.images.newest(1, (candidate) => candidate.id === id)[0];
  if (code === undefined) throw new HttpError(404, 'CODE_NOT_FOUND', 'this code is no longer kept');
  return { status: 200, headers: { 'content-type': 'image/png' }, body: code.image };
}
