/**
 * The plan: from what the repository holds and what is there already, the steps between. Pure; in an order
 * in which a city goes on working after every single step, so a deployment may stop anywhere and be run
 * again. Nothing here removes a document or a collection.
 */
import type { IndexDeclaration } from '@server/kernel/indexes';
import type { DeployConfig } from './config';
import { limitProblems } from './limits';
import { keyProblems, manualNotes, readinessProblems, unknownRemovals } from './plan-problems';
import { fingerprintOf, type DeploySecrets } from './secrets';
import {
  SITE_STORE,
  type CollectionFacts,
  type FunctionFacts,
  type FunctionRule,
  type FunctionSettings,
  type FunctionState,
  type Plan,
  type RepositoryFacts,
  type Step,
  type TargetState,
} from './model';

/** Variable of a function that says which bundle it runs. */
export const DIGEST_VARIABLE = 'XIANGFENG_BUNDLE';

export interface PlanInput {
  readonly config: DeployConfig;
  readonly secrets: DeploySecrets;
  readonly facts: RepositoryFacts;
  readonly state: TargetState;
  /** `index:<collection>/<name>` and `function:<name>` that may be taken away */
  readonly removals: readonly string[];
}

export function planDeployment(input: PlanInput): Plan {
  const indexes = planIndexes(input);
  const functions = planFunctions(input);
  return {
    steps: [
      ...planCollections(input),
      ...indexes.steps,
      ...planRows(input),
      ...functions.steps,
      ...planSite(input),
      ...planRoutes(input),
      ...planMiniProgram(input),
      ...functions.removals,
    ],
    problems: [
      ...readinessProblems(input),
      ...limitProblems(input.facts),
      ...keyProblems(input),
      ...indexes.problems,
      ...unknownRemovals(input),
    ],
    notes: [...indexes.notes, ...functions.notes, ...manualNotes(input)],
  };
}

/** What a function runs with; values of the variables are secret. */
export function settingsOf(
  facts: FunctionFacts,
  { config, secrets }: Pick<PlanInput, 'config' | 'secrets'>,
  names: readonly string[],
): FunctionSettings {
  const values = new Map([...Object.entries(secrets), ...publicVariables(config)]);
  return {
    timeoutSeconds: facts.timeoutSeconds,
    memoryMegabytes: config.cloud.memoryOf[facts.name] ?? config.cloud.memoryMegabytes,
    variables: Object.fromEntries(names.map((name) => [name, values.get(name) ?? ''])),
  };
}

/** What functions are told of the city's own choices; a change of it is a change of the plan. */
function publicVariables({ miniProgram }: DeployConfig): [string, string][] {
  const chosen = Object.entries(miniProgram.messageTemplates ?? {}).filter(
    ([, template]) => template !== null,
  );
  return [['XIANGFENG_MESSAGE_TEMPLATES', JSON.stringify(Object.fromEntries(chosen))]];
}

function planCollections({ facts, state }: PlanInput): Step[] {
  return facts.collections.flatMap(({ name }): Step[] => {
    const present = state.collections[name];
    if (present === undefined) return [{ kind: 'addCollection', collection: name }];
    return present.isClosed ? [] : [{ kind: 'closeCollection', collection: name }];
  });
}

interface Part {
  readonly steps: Step[];
  readonly problems: string[];
  readonly notes: string[];
}

function planIndexes(input: PlanInput): Part {
  const parts = input.facts.collections.map((collection) => planIndexesOf(collection, input));
  return {
    steps: parts.flatMap(({ steps }) => steps),
    problems: parts.flatMap(({ problems }) => problems),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

function planIndexesOf({ name: collection, indexes }: CollectionFacts, { state, removals }: PlanInput): Part {
  const part: Part = { steps: [], problems: [], notes: [] };
  const present = state.collections[collection]?.indexes ?? [];
  const mayGo = (name: string): boolean => removals.includes(`index:${collection}/${name}`);
  for (const index of indexes) {
    const known = present.find(({ name }) => name === index.name);
    if (known !== undefined && isSameIndex(known, index)) continue;
    if (known !== undefined && !mayGo(index.name)) {
      const flag = `--remove index:${collection}/${index.name}`;
      part.problems.push(
        `索引 ${collection}/${index.name} 在云端的字段与代码不同：确认可以重建后加上 ${flag}`,
      );
      continue;
    }
    if (known !== undefined) part.steps.push({ kind: 'removeIndex', collection, index: index.name });
    part.steps.push({ kind: 'addIndex', collection, index });
  }
  for (const { name } of present.filter((one) => !indexes.some((index) => index.name === one.name))) {
    if (mayGo(name)) part.steps.push({ kind: 'removeIndex', collection, index: name });
    else
      part.notes.push(
        `云端多一个索引 ${collection}/${name}，保留；要删去就加上 --remove index:${collection}/${name}`,
      );
  }
  return part;
}

export function isSameIndex(left: IndexDeclaration, right: IndexDeclaration): boolean {
  const keysOf = ({ keys }: IndexDeclaration): string =>
    JSON.stringify(keys.map(({ field, direction }) => [field, direction]));
  return (left.unique === true) === (right.unique === true) && keysOf(left) === keysOf(right);
}

/** Documents the product cannot start without: added when missing, never touched again. */
function planRows({ facts, state }: PlanInput): Step[] {
  return facts.firstRows.flatMap(({ collection, rows }): Step[] => {
    const known = new Set(state.rowIds[collection] ?? []);
    const missing = rows.filter(({ _id }) => !known.has(_id));
    return missing.length === 0 ? [] : [{ kind: 'addRows', collection, rows: missing }];
  });
}

function planFunctions(input: PlanInput): { steps: Step[]; removals: Step[]; notes: string[] } {
  const { facts, state, removals } = input;
  const names = facts.functions.map(({ name }) => name);
  const others = Object.keys(state.functions).filter((name) => !names.includes(name));
  const rule = ruleOf(facts.functions, state.functionRule);
  const isRuled = state.functionRule !== null && sortedText(state.functionRule) === sortedText(rule);
  const mayGo = (name: string): boolean => removals.includes(`function:${name}`);
  return {
    steps: [
      // First, so that nobody calls a timer's function in between.
      ...(isRuled ? [] : [{ kind: 'setFunctionRule', rule } as const]),
      ...facts.functions.flatMap((one) => planFunction(one, input)),
      // Last, so that no timer runs new code whose tables or settings are not there yet.
      ...facts.functions.flatMap((one) => planTimers(one, state.functions[one.name])),
    ],
    removals: others.filter(mayGo).map((name) => ({ kind: 'removeFunction', name }) as const),
    notes: others
      .filter((name) => !mayGo(name))
      .map((name) => `云端多一个云函数 ${name}，保留；要删去就加上 --remove function:${name}`),
  };
}

function planFunction(facts: FunctionFacts, input: PlanInput): Step[] {
  const present = input.state.functions[facts.name];
  const openApi = planOpenApi(facts, present, input.secrets);
  if (present?.digest !== facts.digest)
    return [{ kind: 'putFunction', facts, isNew: present === undefined }, ...openApi];
  const changes = settingChanges(facts, present, input);
  return changes.length === 0 ? openApi : [{ kind: 'setFunction', facts, changes }, ...openApi];
}

function settingChanges(facts: FunctionFacts, present: FunctionState, input: PlanInput): string[] {
  const wanted = settingsOf(facts, input, input.facts.variableNames);
  const different = (what: string, is: number, becomes: number): string[] =>
    is === becomes ? [] : [`${what} ${is} → ${becomes}`];
  return [
    ...different('超时秒数', present.timeoutSeconds, wanted.timeoutSeconds),
    ...different('内存 MB', present.memoryMegabytes, wanted.memoryMegabytes),
    ...Object.entries(wanted.variables)
      .filter(([name, value]) => present.variables[name] !== fingerprintOf(value))
      .map(([name]) => `环境变量 ${name}`),
  ];
}

function planOpenApi(
  facts: FunctionFacts,
  present: FunctionState | undefined,
  secrets: DeploySecrets,
): Step[] {
  if (facts.openApi.length === 0 || secrets.WECHAT_APP_SECRET === undefined) return [];
  const known = present?.openApi ?? [];
  const isAllowed = facts.openApi.every((name) => known.includes(name));
  return isAllowed ? [] : [{ kind: 'allowOpenApi', name: facts.name, openApi: facts.openApi }];
}

function planTimers({ name, timers }: FunctionFacts, present: FunctionState | undefined): Step[] {
  const known = present?.timers ?? [];
  const isIn = (list: FunctionFacts['timers'], one: FunctionFacts['timers'][number]): boolean =>
    list.some((other) => other.name === one.name && other.cron === one.cron);
  const add = timers.filter((one) => !isIn(known, one));
  const remove = known.filter((one) => !isIn(timers, one)).map((one) => one.name);
  return add.length + remove.length === 0 ? [] : [{ kind: 'setTimers', name, add, remove }];
}

/** Functions behind a timer are nobody's to call; rules of functions that are not ours stay. */
function ruleOf(functions: readonly FunctionFacts[], present: FunctionRule | null): FunctionRule {
  const ours = functions.map(({ name, timers }) => [name, { invoke: timers.length === 0 }] as const);
  return { ...present, '*': { invoke: false }, ...Object.fromEntries(ours) };
}

function sortedText(rule: FunctionRule): string {
  return JSON.stringify(Object.entries(rule).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Files that others name first, the page that names them last: an open page always finds its parts. */
function planSite({ facts, state }: PlanInput): Step[] {
  const changed = facts.site.filter(({ path, md5 }) => state.siteFiles[path] !== md5);
  const parts = changed.filter(({ path }) => path !== 'index.html');
  const page = changed.filter(({ path }) => path === 'index.html');
  return [
    ...(state.hasSite ? [] : [{ kind: 'openSite' } as const]),
    ...[parts, page].flatMap((files): Step[] =>
      files.length === 0 ? [] : [{ kind: 'putSiteFiles', files }],
    ),
  ];
}

/** After what they lead to; a path that leads elsewhere is somebody's decision, and stays. */
function planRoutes({ facts, state }: PlanInput): Step[] {
  const present = state.routes;
  if (present === null) return [];
  return Object.entries({ '/': SITE_STORE, ...facts.httpPaths })
    .filter(([path]) => present[path] === undefined)
    .map(([path, to]) => ({ kind: 'routePath', path, to }));
}

function planMiniProgram({ facts, state }: PlanInput): Step[] {
  const { digest } = facts.miniProgram;
  if (state.uploadedDigests.includes(digest)) return [];
  return [{ kind: 'uploadMiniProgram', digest, version: facts.version }];
}
