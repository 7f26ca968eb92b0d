/** What is in the environment already, read through the manager and parsed as it comes. */
import type { IndexDeclaration } from '@server/kernel/indexes';
import * as z from 'zod';
import '@contract/zod-config';
import type { FunctionState, RepositoryFacts, TargetState, Timer } from './model';
import { DIGEST_VARIABLE } from './plan';
import { fingerprintOf } from './secrets';
import type { CloudManager, TencentParts } from './tencent-target';

/** Most the platform answers at once. */
const PAGE = 100;
const MARKER = /^deployment\/mini-program-([0-9a-f]{64})\.json$/;

const cronSchema = z.object({ cron: z.string() });

export function markerPathOf(digest: string): string {
  return `deployment/mini-program-${digest}.json`;
}

/** Reads only. */
export async function readState(parts: TencentParts, facts: RepositoryFacts): Promise<TargetState> {
  const { manager } = parts;
  const present = await readCollectionNames(manager);
  const known = facts.collections.map(({ name }) => name).filter((name) => present.has(name));
  const site = await readSite(manager);
  return {
    collections: await readCollections(parts, known),
    functions: await readFunctions(parts, facts),
    functionRule: await parts.rules.functionRule(),
    hasSite: site !== null,
    siteFiles: site ?? {},
    routes: await readRoutes(parts),
    uploadedDigests: Object.keys(site ?? {}).flatMap((name) => MARKER.exec(name)?.[1] ?? []),
    rowIds: await readRowIds(parts, facts, known),
  };
}

async function readCollectionNames({ database }: CloudManager): Promise<Set<string>> {
  const names = new Set<string>();
  for (let offset = 0; ; offset += PAGE) {
    const { Collections } = await database.listCollections({ MgoLimit: PAGE, MgoOffset: offset });
    for (const { CollectionName } of Collections) names.add(CollectionName);
    if (Collections.length < PAGE) return names;
  }
}

async function readCollections(
  { manager, rules }: TencentParts,
  names: readonly string[],
): Promise<TargetState['collections']> {
  const collections: Record<string, TargetState['collections'][string]> = {};
  for (const name of names) {
    const { Indexes } = await manager.database.describeCollection(name);
    const indexes = (Indexes ?? []).flatMap(toDeclaration);
    collections[name] = { isClosed: await rules.isClosed(name), indexes };
  }
  return collections;
}

interface StoredIndex {
  readonly Name: string;
  readonly Unique: boolean;
  readonly Keys: readonly { readonly Name?: string; readonly Direction?: string }[];
}

/** The index every collection has is nobody's declaration. */
function toDeclaration({ Name, Unique, Keys }: StoredIndex): IndexDeclaration[] {
  if (Name === '_id_') return [];
  const keys = Keys.map((key) => ({
    field: key.Name ?? '',
    direction: key.Direction === '-1' ? (-1 as const) : (1 as const),
  }));
  return [{ name: Name, keys, ...(Unique ? { unique: true } : {}) }];
}

async function readFunctions(
  { manager, environmentId, grants }: TencentParts,
  facts: RepositoryFacts,
): Promise<TargetState['functions']> {
  const functions: Record<string, FunctionState> = {};
  const listed = await manager.functions.listAllFunctions({ envId: environmentId });
  for (const name of listed.flatMap(({ FunctionName }) => FunctionName ?? [])) {
    const detail = await manager.functions.getFunctionDetail(name);
    const variables = detail.Environment.Variables;
    const wantsOpenApi = facts.functions.some((one) => one.name === name && one.openApi.length > 0);
    functions[name] = {
      digest: variables.find(({ Key }) => Key === DIGEST_VARIABLE)?.Value ?? null,
      timeoutSeconds: detail.Timeout,
      memoryMegabytes: detail.MemorySize,
      variables: Object.fromEntries(variables.map(({ Key, Value }) => [Key, fingerprintOf(Value)])),
      timers: detail.Triggers.filter(({ Type }) => Type === 'timer').map(toTimer),
      openApi: wantsOpenApi && grants !== null ? await grants.get(name) : null,
    };
  }
  return functions;
}

/** Described as the expression itself or as `{"cron":"…"}`, as the service pleases. */
function toTimer({ TriggerName, TriggerDesc }: { TriggerName: string; TriggerDesc: string }): Timer {
  if (!TriggerDesc.trim().startsWith('{')) return { name: TriggerName, cron: TriggerDesc };
  return { name: TriggerName, cron: cronSchema.parse(JSON.parse(TriggerDesc)).cron };
}

/** md5 by path; null while there is no site. */
async function readSite({ hosting }: CloudManager): Promise<Record<string, string> | null> {
  const [info] = await hosting.getInfo();
  if (info?.Status !== 'online') return null;
  const files = await hosting.listFiles();
  return Object.fromEntries(files.map(({ Key, ETag }) => [Key, ETag.replaceAll('"', '')]));
}

/** Null while the site's domain is not bound to HTTP access. */
async function readRoutes({ manager, environmentId, domain }: TencentParts): Promise<TargetState['routes']> {
  const Filters = [{ Name: 'Domain' as const, Values: [domain] }];
  const answer = await manager.env.describeHttpServiceRoute({ EnvId: environmentId, Filters, Limit: PAGE });
  const bound = answer.Domains?.find(({ Domain }) => Domain === domain);
  if (bound === undefined) return null;
  return Object.fromEntries(
    (bound.Routes ?? []).map(({ Path, UpstreamResourceName }) => [Path, UpstreamResourceName]),
  );
}

async function readRowIds(
  { rows }: TencentParts,
  { firstRows }: RepositoryFacts,
  known: readonly string[],
): Promise<TargetState['rowIds']> {
  const ids: Record<string, readonly string[]> = {};
  for (const { collection, rows: wanted } of firstRows) {
    if (!known.includes(collection)) continue;
    const wantedIds = wanted.map(({ _id }) => _id);
    ids[collection] = await rows.present(collection, wantedIds);
  }
  return ids;
}
