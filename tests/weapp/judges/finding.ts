import type { WeappBuild } from '../weapp-build';

/** What a judge has against a build, in words that say where. */
export type Finding = string;

export interface Judge {
  readonly name: string;
  readonly judge: (build: WeappBuild) => Finding[] | Promise<Finding[]>;
}

/** A judge whose tool throws what it finds. */
export function findingsOf(work: () => unknown): Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
