/**
 * Why this exists: pipelines. Leading `$match` (and `$sort`, `$skip`, `$limit`, or sums after it) run on
 * the indexes,
 * `$geoNear` and the rows a `$lookup` can need are found here, everything else is mingo.
 */
import { Aggregator } from 'mingo';
import { bucketStages } from './bucket';
import type { CollectionCatalogue } from './catalogue';
import { isPlainObject, runtimeToStored, textToRuntime } from './ejson';
import { invalidParameter, notImplemented, requestFailed } from './errors';
import { checkExpression, checkFilter } from './filter-check';
import { GEO_CONTEXT, nearDistance, parseGeoNear } from './geo';
import { lookupFilter } from './lookup';
import { asRequest } from './matcher';
import { EVERYTHING } from './reads';
import type { FindOptions, Reader } from './reads';
import type { RuntimeDocument, RuntimeFilter, SortKey } from './types';
import { parseSort } from './values';

export type Stage = readonly [name: string, value: unknown];

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$geoNear',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]);

interface Head {
  documents: RuntimeDocument[];
  /** stages already done */
  used: number;
}

function checkStages(stages: readonly Stage[]): void {
  stages.forEach(([name, value], index) => {
    if (!STAGES.has(name)) throw notImplemented(`the aggregation stage ${name}`);
    if (name === '$geoNear' && index > 0) throw requestFailed('$geoNear is only valid as the first stage');
    if (name === '$match') {
      if (!isPlainObject(value)) throw requestFailed('the match filter must be an expression in an object');
      checkFilter(value, 1);
    }
    if ((name === '$limit' || name === '$skip') && !isCount(value, name === '$limit' ? 1 : 0)) {
      throw requestFailed(`${name} must be a ${name === '$limit' ? 'positive' : 'non-negative'} integer`);
    }
    checkExpression(value);
  });
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

function pipelineOf(value: unknown): Stage[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidParameter('a pipeline must be an array');
  return value.map((stage: unknown): Stage => {
    const [entry, ...more] = isPlainObject(stage) ? Object.entries(stage) : [];
    if (entry === undefined || more.length > 0) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    }
    return entry;
  });
}

function mingoStages([name, value]: Stage): Array<Record<string, unknown>> {
  return name === '$bucket' ? bucketStages(value) : [{ [name]: value }];
}

export class Aggregation {
  constructor(
    private readonly reader: Reader,
    private readonly catalogueOf: (name: unknown) => CollectionCatalogue,
  ) {}

  /** Runs a pipeline; the rows are answered as JSON text. `maxRows` applies to the end of the pipeline. */
  run(catalogue: CollectionCatalogue, stages: readonly Stage[]): string[] {
    checkStages(stages);
    const head = this.head(catalogue, stages);
    let documents = head.documents;
    let pending: Array<Record<string, unknown>> = [];
    for (const [name, value] of stages.slice(head.used)) {
      if (name === '$lookup') {
        documents = this.lookup(this.mingo(documents, pending), value);
        pending = [];
      } else pending.push(...mingoStages([name, value]));
    }
    return this.mingo(documents, pending).map((row) => JSON.stringify(runtimeToStored(row)));
  }

  /** The part of the pipeline the indexes can do. */
  private head(catalogue: CollectionCatalogue, stages: readonly Stage[]): Head {
    if (stages[0]?.[0] === '$geoNear') return { documents: this.geoNear(catalogue, stages[0][1]), used: 1 };
    const filters: RuntimeFilter[] = [];
    let used = 0;
    for (let value = stages[used]; value?.[0] === '$match'; value = stages[used]) {
      if (isPlainObject(value[1])) filters.push(value[1]);
      used += 1;
    }
    let sort: SortKey[] = [];
    if (stages[used]?.[0] === '$sort') {
      sort = parseSort(stages[used]?.[1]);
      used += 1;
    }
    let skip = 0;
    if (stages[used]?.[0] === '$skip') {
      skip = Number(stages[used]?.[1]);
      used += 1;
    }
    let limit = Infinity;
    if (stages[used]?.[0] === '$limit') {
      limit = Number(stages[used]?.[1]);
      used += 1;
    }
    const [first] = filters;
    const filter =
      filters.length === 1 && first !== undefined ? first : filters.length === 0 ? {} : { $and: filters };
    if (used === filters.length && stages[used]?.[0] === '$group') {
      const sums = this.reader.sums(catalogue, filter, stages[used]?.[1]);
      if (sums !== undefined) return { documents: sums, used: used + 1 };
    }
    return { documents: this.documents(catalogue, filter, { sort, skip, limit }), used };
  }

  private documents(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    options: FindOptions,
  ): RuntimeDocument[] {
    return this.reader.find(catalogue, filter, options).map((found) => textToRuntime(found.text));
  }

  private geoNear(catalogue: CollectionCatalogue, value: unknown): RuntimeDocument[] {
    const stage = parseGeoNear(value, catalogue.geoFields());
    checkFilter(stage.query, 1);
    const found = this.documents(catalogue, stage.query, EVERYTHING).flatMap((document) => {
      const distance = nearDistance(document, stage.near);
      return distance === undefined ? [] : [{ document, distance }];
    });
    found.sort((left, right) => left.distance - right.distance);
    return found.slice(0, stage.limit ?? found.length).flatMap(({ document, distance }) => {
      const extra: Record<string, unknown> = { [stage.distanceField]: distance * stage.multiplier };
      if (stage.includeLocs !== undefined) extra[stage.includeLocs] = `$${stage.near.field}`;
      return this.mingo([document], [{ $addFields: extra }]);
    });
  }

  private lookup(documents: RuntimeDocument[], value: unknown): RuntimeDocument[] {
    if (!isPlainObject(value)) throw invalidParameter('$lookup must be an object');
    const foreign = this.catalogueOf(value['from']);
    const inner = pipelineOf(value['pipeline']);
    checkStages(inner);
    const isNested = inner.some(([name]) => name === '$lookup');
    if (inner.some(([name]) => name === '$geoNear')) throw notImplemented('$geoNear inside $lookup');
    const stage = inner.length === 0 ? value : { ...value, pipeline: inner.flatMap(mingoStages) };
    // a nested lookup of the same collection must see all of it
    const filter = isNested ? {} : lookupFilter(foreign, value, inner, documents);
    const rows = this.documents(foreign, filter, EVERYTHING);
    return asRequest(() =>
      new Aggregator([{ $lookup: stage }], {
        context: GEO_CONTEXT,
        scriptEnabled: false,
        collectionResolver: (name) =>
          name === foreign.name ? rows : this.documents(this.catalogueOf(name), {}, EVERYTHING),
      }).run<RuntimeDocument>(documents),
    );
  }

  private mingo(documents: RuntimeDocument[], pipeline: Array<Record<string, unknown>>): RuntimeDocument[] {
    if (pipeline.length === 0) return documents;
    return asRequest(() =>
      new Aggregator(pipeline, {
        context: GEO_CONTEXT,
        scriptEnabled: false,
      }).run<RuntimeDocument>(documents),
    );
  }
}
