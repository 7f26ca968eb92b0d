/**
 * What can go wrong between a function and its database, drawn from a seed: each question waits a random
 * number of turns, so that everything under way interleaves; instances die at an await, answers get lost
 * after a commit, commits clash. Everything is counted, so that a run can prove that it was not a calm one.
 */
import { randomOf } from '../simulation/draw';

/** The instance is gone: nothing of its memory goes on, and nobody gets an answer. */
export class KilledError extends Error {}
/** The cloud says so, or nobody knows whether the commit happened: to be done again. */
export class RepeatableError extends Error {}

export type FaultName = 'killed' | 'answerLost' | 'conflict';
const PROBABILITIES: Readonly<Record<FaultName, number>> = {
  killed: 0.002,
  answerLost: 0.01,
  conflict: 0.02,
};
const LONGEST_WAIT = 4;

export class Weather {
  readonly fired = new Map<FaultName | 'clash', number>();
  /** turns taken by anybody: the clock of locks that a dead instance left */
  turns = 0;
  isCalm = false;
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  /** The way to the database or back. Others go on meanwhile; the caller may not survive it. */
  async turn(): Promise<void> {
    const waits = Math.floor(this.random() * LONGEST_WAIT);
    for (let wait = 0; wait <= waits; wait += 1) await Promise.resolve();
    this.turns += 1;
    if (this.happens('killed')) throw new KilledError('the instance was killed');
  }

  happens(fault: FaultName): boolean {
    if (this.isCalm || this.random() >= PROBABILITIES[fault]) return false;
    this.note(fault);
    return true;
  }

  note(fault: FaultName | 'clash'): void {
    this.fired.set(fault, (this.fired.get(fault) ?? 0) + 1);
  }
}
