/**
 * Why this exists: finding documents – by SQL as far as it reaches, by mingo for the rest, at a snapshot if
 * asked.
 */
import type { CollectionCatalogue } from './catalogue';
import { textToRuntime } from './ejson';
import { requestFailed } from './errors';
import { checkFilter } from './filter-check';
import { nearDistance, takeNear } from './geo';
import { buildMatcher } from './matcher';
import type { FilterPlan } from './sql-filter';
import { planFilter, planOrder } from './sql-filter';
import { planColumns } from './sql-columns';
import { planSums } from './sql-sums';
import type { SqlValue, Store } from './store';
import type { Transaction, Transactions } from './transactions';
import type { RuntimeDocument, RuntimeFilter, SortKey } from './types';
import { sortDocuments } from './values';

/** rows read first when mingo must still choose among them */
const FIRST_PAGE = 128;

export interface FoundDocument {
  id: string;
  text: string;
}

export interface FindOptions {
  sort: readonly SortKey[];
  skip: number;
  /** most rows; Infinity for all */
  limit: number;
}

export const EVERYTHING: FindOptions = { sort: [], skip: 0, limit: Infinity };

export class Reader {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
  ) {}

  /** Matching documents. In a transaction: those of its snapshot, with its own writes. */
  find(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    options: FindOptions,
    transaction?: Transaction,
  ): FoundDocument[] {
    checkFilter(filter);
    const { near, rest } = takeNear(filter);
    if (near !== undefined) {
      if (!catalogue.geoFields().includes(near.field)) {
        throw requestFailed(`unable to find index for $geoNear query on '${near.field}'`);
      }
      const candidates = this.find(catalogue, rest, EVERYTHING, transaction).flatMap((found) => {
        const distance = nearDistance(textToRuntime(found.text), near);
        return distance === undefined ? [] : [{ found, distance }];
      });
      candidates.sort((left, right) => left.distance - right.distance);
      return page(
        order(
          candidates.map((item) => item.found),
          options.sort,
        ),
        options,
      );
    }
    if (transaction === undefined) return this.findInTable(catalogue, filter, options);
    const id = onlyIdOf(filter);
    if (id !== undefined) {
      const text = this.text(catalogue, id, transaction);
      return page(text === null ? [] : [{ id, text }], options);
    }
    const differences = this.transactions.differences(transaction, catalogue.name);
    if (differences.size === 0) return this.findInTable(catalogue, filter, options);
    const matches = buildMatcher(filter);
    const unchanged = this.findInTable(catalogue, filter, EVERYTHING).filter(
      ({ id }) => !differences.has(id),
    );
    const changed = [...differences].flatMap(([id, text]) =>
      text !== null && matches(textToRuntime(text)) ? [{ id, text }] : [],
    );
    return page(order([...unchanged, ...changed], options.sort), options);
  }

  /**
   * What a projection makes of the matches, when an index alone can answer; undefined when it cannot. Not for
   * transactions.
   */
  projected(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    options: FindOptions,
    projection: Record<string, unknown>,
  ): string[] | undefined {
    const asked = planColumns(catalogue, projection);
    if (asked === undefined || takeNear(filter).near !== undefined) return undefined;
    const plan = planFilter(catalogue, filter);
    const orderBy = planOrder(catalogue, options.sort);
    if (!plan.exact || orderBy === undefined) return undefined;
    const { sql, parameters } = this.selection(catalogue, plan, orderBy, options.limit, options.skip);
    return this.store.query(`SELECT ${asked.columns.join()}${sql}`, parameters).map(asked.toText);
  }

  private findInTable(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    options: FindOptions,
  ): FoundDocument[] {
    const plan = planFilter(catalogue, filter);
    const orderBy = planOrder(catalogue, options.sort);
    if (orderBy === undefined)
      return page(order(this.matchesOf(catalogue, filter, plan), options.sort), options);
    const wanted = options.skip + options.limit;
    if (plan.exact) return this.rows(catalogue, plan, orderBy, options.limit, options.skip);
    if (wanted === Infinity) return this.matchesOf(catalogue, filter, plan, orderBy);
    return this.firstMatches(catalogue, filter, plan, orderBy, wanted).slice(options.skip);
  }

  /** Reads growing pages in order until enough rows pass mingo. */
  private firstMatches(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    plan: FilterPlan,
    orderBy: string,
    wanted: number,
  ): FoundDocument[] {
    const matches = buildMatcher(filter);
    const found: FoundDocument[] = [];
    let offset = 0;
    for (let size = Math.max(FIRST_PAGE, 2 * wanted); ; size *= 4) {
      const rows = this.rows(catalogue, plan, orderBy, size, offset);
      for (const row of rows) {
        if (matches(textToRuntime(row.text))) found.push(row);
        if (found.length >= wanted) return found;
      }
      if (rows.length < size) return found;
      offset += size;
    }
  }

  private matchesOf(
    catalogue: CollectionCatalogue,
    filter: RuntimeFilter,
    plan: FilterPlan,
    orderBy = '',
  ): FoundDocument[] {
    const rows = this.rows(catalogue, plan, orderBy, Infinity, 0);
    if (plan.exact) return rows;
    const matches = buildMatcher(filter);
    return rows.filter((row) => matches(textToRuntime(row.text)));
  }

  private rows(
    catalogue: CollectionCatalogue,
    plan: FilterPlan,
    orderBy: string,
    limit: number,
    offset: number,
  ): FoundDocument[] {
    const { sql, parameters } = this.selection(catalogue, plan, orderBy, limit, offset);
    return this.store
      .query(`SELECT _id, doc${sql}`, parameters)
      .map((row) => ({ id: String(row[0]), text: String(row[1]) }));
  }

  /** What comes after the columns of a SELECT. */
  private selection(
    catalogue: CollectionCatalogue,
    plan: FilterPlan,
    orderBy: string,
    limit: number,
    offset: number,
  ): { readonly sql: string; readonly parameters: readonly SqlValue[] } {
    const parameters: SqlValue[] = [...plan.parameters];
    let sql = ` FROM ${catalogue.table}${plan.where === '' ? '' : ` WHERE ${plan.where}`}`;
    if (orderBy !== '') sql += ` ORDER BY ${orderBy}`;
    if (limit !== Infinity || offset > 0) {
      sql += ' LIMIT ? OFFSET ?';
      parameters.push(limit === Infinity ? -1 : limit, offset);
    }
    return { sql, parameters };
  }

  /** How many documents match. */
  count(catalogue: CollectionCatalogue, filter: RuntimeFilter): number {
    checkFilter(filter);
    if (takeNear(filter).near !== undefined) throw requestFailed('$geoNear is not allowed in this context');
    const plan = planFilter(catalogue, filter);
    if (!plan.exact) return this.matchesOf(catalogue, filter, plan).length;
    const where = plan.where === '' ? '' : ` WHERE ${plan.where}`;
    return Number(
      this.store.query(`SELECT count(*) FROM ${catalogue.table}${where}`, plan.parameters)[0]?.[0],
    );
  }

  /** The documents of a `$group` of sums, or undefined when SQL cannot answer it. */
  sums(catalogue: CollectionCatalogue, filter: RuntimeFilter, group: unknown): RuntimeDocument[] | undefined {
    if (takeNear(filter).near !== undefined) return undefined;
    const plan = planSums(catalogue, filter, group);
    return plan && this.store.query(plan.sql, plan.parameters).map(plan.toDocument);
  }

  /** One document by id, as the transaction sees it; null when there is none. */
  text(catalogue: CollectionCatalogue, id: string, transaction?: Transaction): string | null {
    const seen =
      transaction === undefined ? undefined : this.transactions.seen(transaction, catalogue.name, id);
    if (seen !== undefined) return seen;
    return this.store.queryTexts(`SELECT doc FROM ${catalogue.table} WHERE _id = ?`, [id])[0] ?? null;
  }
}

/** The id, when the filter asks for nothing else: what a transaction has written is then not searched. */
function onlyIdOf(filter: RuntimeFilter): string | undefined {
  const id: unknown = filter['_id'];
  return typeof id === 'string' && Object.keys(filter).length === 1 ? id : undefined;
}

function order(rows: FoundDocument[], sort: readonly SortKey[]): FoundDocument[] {
  return sort.length === 0 ? rows : sortDocuments(rows, sort, (row) => textToRuntime(row.text));
}

function page(rows: FoundDocument[], options: FindOptions): FoundDocument[] {
  return options.skip === 0 && rows.length <= options.limit
    ? rows
    : rows.slice(options.skip, options.skip + options.limit);
}
