/**
 * 社区: which community a row means. Rosters write a code, a name, a whole address, or county and township in
 * columns of their own, with or without 居委会 and 村委会. An address of elsewhere must find nothing: what
 * stands before the name may only be what lies above it.
 */
import type { DivisionCode } from '../kernel/identifiers';

export interface KnownCommunity {
  readonly code: DivisionCode;
  readonly name: string;
  readonly townshipName: string;
  readonly countyName: string;
}
export interface WrittenPlace {
  readonly county: string;
  readonly township: string;
  readonly community: string;
}
export type FoundPlace =
  | { readonly kind: 'found'; readonly community: KnownCommunity }
  | { readonly kind: 'missing' | 'unknown' | 'ambiguous' };

const RESIDENTS_COMMITTEE = /(居民委员会|居委会)$/;
const VILLAGE_COMMITTEE = /村?(村民委员会|村委会)$/;
const LEVEL_END = /(社区|村|街道办事处|街道|镇|乡|自治县|县|市|区)$/;
const ABOVE_END = /(街道办事处|街道|镇|乡|自治县|县|市|区)$/;
const PROVINCE = /^.{2,3}省|^.{2,6}自治区/;

/** Between the levels of an address. */
const SEPARATORS = /[\s\-—/\\>|、,，·_]/g;

/** 达萨街社区居委会 → 达萨街社区; 新桥村委会 → 新桥村 */
function bareName(name: string): string {
  return name.replace(SEPARATORS, '').replace(RESIDENTS_COMMITTEE, '').replace(VILLAGE_COMMITTEE, '村');
}
/** 达萨街社区 → 达萨街; one character is left as it is */
function stemOf(name: string): string {
  const bare = bareName(name);
  const stem = bare.replace(LEVEL_END, '');
  return stem.length < 2 ? bare : stem;
}

/** Built once for all rows: finding asks by name and compares only what bears it. */
export class PlaceFinder {
  private readonly byCode = new Map<string, KnownCommunity>();
  private readonly byStem = new Map<string, KnownCommunity[]>();
  private readonly namesAbove = new Set<string>();
  private readonly stemLengths: readonly number[];

  /** `cityName`: 阿坝藏族羌族自治州, of which addresses write 阿坝州 */
  constructor(
    communities: readonly KnownCommunity[],
    private readonly cityName: string,
  ) {
    for (const community of communities) {
      this.byCode.set(community.code, community);
      this.namesAbove.add(community.townshipName).add(community.countyName);
      const stem = stemOf(community.name);
      const known = this.byStem.get(stem);
      if (known === undefined) this.byStem.set(stem, [community]);
      else known.push(community);
    }
    const lengths = new Set([...this.byStem.keys()].map((stem) => stem.length));
    this.stemLengths = [...lengths].sort((one, other) => other - one);
  }

  find({ county, township, community }: WrittenPlace): FoundPlace {
    const text = bareName(community);
    if (text === '') return { kind: 'missing' };
    const byCode = this.byCode.get(text);
    if (byCode !== undefined) return { kind: 'found', community: byCode };
    const isNamed = text !== community.replace(SEPARATORS, '');
    const whole = this.namedWholly(text, isNamed);
    const above = `${county}${township}`.replace(SEPARATORS, '');
    const found = whole.length > 0 ? narrowed(whole, above, text) : this.namedInAddress(text, above);
    // What the other columns say must be true of it.
    const fit = found.filter(
      (one) => isWritten(county, one.countyName) && isWritten(township, one.townshipName),
    );
    const [only] = fit;
    if (only === undefined) return { kind: 'unknown' };
    return fit.length === 1 ? { kind: 'found', community: only } : { kind: 'ambiguous' };
  }

  /** With another ending or none; what is called as a township is one, unless its 居委会 is written. */
  private namedWholly(text: string, isNamed: boolean): readonly KnownCommunity[] {
    const named = this.byStem.get(stemOf(text)) ?? [];
    if (!ABOVE_END.test(text) || text.endsWith('社区')) return named;
    const isTownship = this.namesAbove.has(text) && !isNamed;
    return isTownship ? [] : named.filter(({ name }) => bareName(name) === text);
  }

  /**
   * The last whole name in the text whose beginning says nothing but where it lies: communities are called
   * after their townships, too, and what follows is a street or a number.
   */
  private namedInAddress(text: string, above: string): readonly KnownCommunity[] {
    for (let from = text.length - 1; from > 0; from -= 1) {
      const [before, rest] = [text.slice(0, from), text.slice(from)];
      const named = this.stemLengths.flatMap((length) => this.byStem.get(rest.slice(0, length)) ?? []);
      const fit = named.filter((one) => rest.startsWith(bareName(one.name)) && this.liesAbove(one, before));
      if (fit.length > 0) return narrowed(fit, above + before, rest);
    }
    return [];
  }

  private liesAbove({ countyName, townshipName }: KnownCommunity, before: string): boolean {
    const shortCity = this.cityName.slice(0, 2) + this.cityName.slice(-1);
    const parts = [this.cityName, shortCity, countyName, townshipName];
    const rest = parts.reduce((left, part) => without(left, part), before.replace(PROVINCE, ''));
    return rest === '';
  }
}

/** A column that is empty says nothing. */
function isWritten(column: string, name: string): boolean {
  return column.trim() === '' || column.includes(stemOf(name));
}

function without(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** Of several, those whose township, county or whole name is written too; each only where it leaves any. */
function narrowed(named: readonly KnownCommunity[], above: string, text: string): readonly KnownCommunity[] {
  const tests: ((one: KnownCommunity) => boolean)[] = [
    ({ townshipName }) => above.includes(townshipName),
    ({ countyName }) => above.includes(countyName),
    ({ townshipName }) => above.includes(stemOf(townshipName)),
    ({ countyName }) => above.includes(stemOf(countyName)),
    ({ name }) => text.startsWith(bareName(name)),
  ];
  return tests.reduce((left, test) => {
    const fit = left.filter(test);
    return fit.length === 0 ? left : fit;
  }, named);
}
