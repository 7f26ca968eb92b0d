/** All stations of a county as one file (PO3): a job. */
import type { PosterLook } from './prepare-poster';
import type { StoredDocument } from '../kernel/documents';

export type CountyJob = StoredDocument<'posterJobs'>;

export function countyJobIdOf(countyCode: string, { form, code, number }: PosterLook): string {
  return `${countyCode}:${form}:${code}:${String(number)}`;
}

export function stateOfCountyJob({ outcome }: CountyJob): 'making' | 'ready' | 'failed' {
  return outcome ?? 'making';
}
