import type { FaultKind, FaultRule } from './fault-rules';

export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** Occurrences that matched. */
  readonly seen: number;
  /** Times it really happened: tests prove with it that the fault was not missed. */
  readonly fired: number;
}

interface FaultState {
  readonly id: string;
  readonly rule: FaultRule;
  readonly random: () => number;
  seen: number;
  fired: number;
}

/** mulberry32: small, seedable, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `database.getDocument` also covers `database.getDocument:<collection>`; a `*` at the end covers any
 * rest.
 */
function matches(pattern: string, subject: string): boolean {
  if (pattern === '*' || pattern === subject || subject.startsWith(`${pattern}:`)) return true;
  return pattern.endsWith('*') && subject.startsWith(pattern.slice(0, -1));
}

/** Decides, occurrence by occurrence, which faults happen. Nothing fires unless a rule was added. */
export class FaultInjector {
  private readonly states: FaultState[] = [];
  private nextId = 1;

  add(rule: FaultRule): ActiveFault {
    const state = { id: `fault-${this.nextId}`, rule, random: randomFrom(rule.seed), seen: 0, fired: 0 };
    this.nextId += 1;
    this.states.push(state);
    return toActiveFault(state);
  }

  list(): ActiveFault[] {
    return this.states.map(toActiveFault);
  }

  /** Removes one rule; false when there is none with this id. */
  remove(id: string): boolean {
    const index = this.states.findIndex((state) => state.id === id);
    if (index < 0) return false;
    this.states.splice(index, 1);
    return true;
  }

  clear(): void {
    this.states.length = 0;
  }

  /** The rules of one kind that fire at this occurrence of `subject`. */
  fire(kind: FaultKind, subject: string, accepts: (rule: FaultRule) => boolean = () => true): FaultRule[] {
    if (this.states.length === 0) return [];
    const fired: FaultRule[] = [];
    for (const state of this.states) {
      const { rule } = state;
      if (rule.kind !== kind || !matches(rule.match, subject) || !accepts(rule)) continue;
      state.seen += 1;
      const isSpent = rule.times !== null && state.fired >= rule.times;
      if (state.seen <= rule.skip || isSpent || state.random() >= rule.probability) continue;
      state.fired += 1;
      fired.push(rule);
    }
    return fired;
  }

  /** Milliseconds to wait before handling this occurrence of `subject`. */
  latencyMs(subject: string): number {
    return this.fire('latency', subject).reduce((sum, rule) => sum + rule.ms, 0);
  }
}

function toActiveFault(state: FaultState): ActiveFault {
  return { ...state.rule, id: state.id, seen: state.seen, fired: state.fired };
}
