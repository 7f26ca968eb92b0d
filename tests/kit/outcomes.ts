import type { InputOf, OutputOf } from '@contract/procedures';
import { SAMPLE_MS } from '@domain/project/outcome';
import { requestId, type TestProduct } from './product';

export const ZEBRA_WORDS = {
  countedWord: '机动车',
  unitWord: '辆',
  doneWord: '让行',
  missedWord: '未让行',
} as const;

export const deedOf = (projectId: string) => ({ requestId: requestId(), projectId });

/** A whole sample that has just ended. */
export function sampleInput(
  product: TestProduct,
  projectId: string,
  pointId: string,
  wishes: Partial<InputOf<'outcome.countSample'>> = {},
): InputOf<'outcome.countSample'> {
  const endedAt = product.cloud.clock.now();
  const counts = { doneCount: 30, missedCount: 10 };
  return { ...deedOf(projectId), pointId, startedAt: endedAt - SAMPLE_MS, endedAt, ...counts, ...wishes };
}

/** The project with this title among the brands. */
export async function projectNamed(
  product: TestProduct,
  title: string,
): Promise<OutputOf<'project.listBrandProjects'>['projects'][number]> {
  const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
  const found = projects.find((project) => project.title === title);
  if (found === undefined) throw new Error(`there is no ${title}`);
  return found;
}
