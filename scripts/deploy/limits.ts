/**
 * Bounds of the platform that can be checked before anything is sent. Sources:
 * cloud.tencent.com/document/product/876 (18436 collections, indexes, field names; 32310 index keys),
 * developers.weixin.qq.com …/quota (20 indexes), product/583 (functions). Where two official pages differ
 * the smaller number is kept.
 */
import { documentSchemas } from '@server/kernel/documents';
import * as z from 'zod';
import type { CollectionFacts, FunctionFacts, RepositoryFacts } from './model';

export const CLOUD_LIMITS = {
  collections: 100,
  /** the one on `_id` included */
  indexesPerCollection: 20,
  fieldsPerIndex: 31,
  fieldNameCharacters: 32,
  functions: 50,
  functionSeconds: 900,
  /** unpacked, without what the cloud installs */
  functionBytes: 50 * 1024 * 1024,
  timersPerFunction: 1,
} as const;

const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]$/;
const CRON_FIELDS = 7;

type Facts = Pick<RepositoryFacts, 'collections' | 'functions' | 'miniProgram'>;

/** What the cloud would refuse, in words; empty when nothing. */
export function limitProblems({ collections, functions, miniProgram }: Facts): string[] {
  return [
    ...above('集合', collections.length, CLOUD_LIMITS.collections, '合并集合'),
    ...collections.flatMap(collectionProblems),
    ...above('云函数', functions.length, CLOUD_LIMITS.functions, '合并云函数'),
    ...functions.flatMap(functionProblems),
    ...miniProgram.parts
      .filter(({ bytes, limitBytes }) => bytes > limitBytes)
      .map(({ name, bytes, limitBytes }) => `${name} 有 ${bytes} 字节，超过 ${limitBytes}：把页面移到分包`),
  ];
}

function above(what: string, count: number, limit: number, remedy: string): string[] {
  return count > limit ? [`${what}有 ${count} 个，平台最多 ${limit} 个：${remedy}`] : [];
}

function collectionProblems({ name, indexes }: CollectionFacts): string[] {
  const keysOf = (index: CollectionFacts['indexes'][number]): string =>
    index.keys.map(({ field, direction }) => `${field}:${direction}`).join(',');
  const twins = indexes.filter(
    (index, place) => indexes.findIndex((other) => keysOf(other) === keysOf(index)) !== place,
  );
  return [
    ...above(
      `集合 ${name} 的索引（含 _id）`,
      indexes.length + 1,
      CLOUD_LIMITS.indexesPerCollection,
      '删去少用的索引',
    ),
    ...twins.map(
      (index) => `集合 ${name} 的索引 ${index.name} 与另一个索引的字段完全相同：平台会拒绝，删去一个`,
    ),
    ...indexes.flatMap((index) => indexProblems(name, index)),
  ];
}

function indexProblems(collection: string, { name, keys }: CollectionFacts['indexes'][number]): string[] {
  const where = `集合 ${collection} 的索引 ${name}`;
  const fields = keys.map(({ field }) => field);
  const lists = fields.filter((field) => isList(collection, field));
  return [
    ...(fields.length === 0 ? [`${where} 没有字段`] : []),
    ...above(`${where} 的字段`, fields.length, CLOUD_LIMITS.fieldsPerIndex, '减少字段'),
    ...(new Set(fields).size === fields.length ? [] : [`${where} 有重复的字段`]),
    ...(lists.length > 1
      ? [`${where} 里有两个数组字段 ${lists.join('、')}：数据库不能为它们建组合索引`]
      : []),
    ...fields
      .filter((field) => field !== '_id' && !isFieldName(field))
      .map(
        (field) => `${where} 的字段名 ${field} 不合规则：字母开头，字母、数字、下划线和点，最多 32 个字符`,
      ),
  ];
}

function isFieldName(field: string): boolean {
  return FIELD_NAME.test(field) && field.length <= CLOUD_LIMITS.fieldNameCharacters;
}

function functionProblems({ name, timeoutSeconds, bytes, timers }: FunctionFacts): string[] {
  const where = `云函数 ${name}`;
  const isTimeWhole = timeoutSeconds >= 1 && timeoutSeconds <= CLOUD_LIMITS.functionSeconds;
  return [
    ...(FUNCTION_NAME.test(name)
      ? []
      : [`${where} 的名字不合规则：字母开头，字母、数字、连字符和下划线，2 到 60 位`]),
    ...(isTimeWhole
      ? []
      : [`${where} 的 timeout 是 ${timeoutSeconds} 秒，只能是 1 到 ${CLOUD_LIMITS.functionSeconds}`]),
    ...above(`${where} 的代码字节`, bytes, CLOUD_LIMITS.functionBytes, '去掉不用的依赖'),
    ...above(`${where} 的定时触发器`, timers.length, CLOUD_LIMITS.timersPerFunction, '一个函数只留一个'),
    ...timers
      .filter(({ cron }) => cron.trim().split(/\s+/).length !== CRON_FIELDS)
      .map(({ cron }) => `${where} 的定时表达式“${cron}”不是七段（秒 分 时 日 月 周 年）`),
  ];
}

/** Does the field hold a list, or lie inside one? What the schemas do not know is no list. */
export function isList(collection: string, field: string): boolean {
  let schema: unknown = Object.entries(documentSchemas).find(([name]) => name === collection)?.[1];
  for (const part of field.split('.')) {
    const bare = bareOf(schema);
    if (bare instanceof z.ZodArray) return true;
    if (!(bare instanceof z.ZodObject)) return false;
    schema = Object.entries(bare.shape).find(([name]) => name === part)?.[1];
  }
  return bareOf(schema) instanceof z.ZodArray;
}

/** Without nullable, optional, default and transform around it. */
function bareOf(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return bareOf(schema.in);
  const isWrapped =
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodExactOptional;
  return isWrapped ? bareOf(schema.unwrap()) : schema;
}
