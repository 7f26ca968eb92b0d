/** 项目 and 品牌项目: a brand project is a project with a valid accreditation (ST19). */
import type { DivisionCode } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';

/** 孵化, 培育, 认定, 示范, in this order. */
export const BRAND_STAGES = ['incubating', 'growing', 'accredited', 'exemplary'] as const;
export type BrandStage = (typeof BRAND_STAGES)[number];
export const ACCREDITATION_LEVELS = ['county', 'city', 'province'] as const;
export type AccreditationLevel = (typeof ACCREDITATION_LEVELS)[number];
export interface Accreditation {
  readonly level: AccreditationLevel;
  readonly document: string;
  readonly validFromDay: CivilDay;
  readonly validToDay: CivilDay;
  /** accredited without a gap since, by documents before this one; absent: since `validFromDay` */
  readonly heldSinceDay?: CivilDay;
  /** that gave it; absent: by a document from before there was this record */
  readonly office?: string;
}
export const SERVICE_FIELDS = [
  'civility',
  'elderCare',
  'environment',
  'education',
  'rescue',
  'health',
  'fireSafety',
  'tourism',
] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];

/** Who hosts a project (ST21): 实践中心 of a county, 实践所 of a township, 实践站 of a village, or others. */
export const HOST_LEVELS = ['centre', 'institute', 'station', 'organisation'] as const;
export type HostLevel = (typeof HOST_LEVELS)[number];

/** ST21: hosted by an institute or a station. */
export function isGrassroots(hostLevel: HostLevel): boolean {
  return hostLevel === 'institute' || hostLevel === 'station';
}

export interface BrandStanding {
  readonly accreditation: Accreditation | null;
  readonly divisionCode: DivisionCode;
}

/** 品牌项目 on a day: an accreditation that is valid then. */
export function isBrandProject(project: BrandStanding, day: CivilDay): boolean {
  const accreditation = project.accreditation;
  if (accreditation === null) return false;
  return accreditedSinceDay(accreditation) <= day && day <= accreditation.validToDay;
}

export function accreditedSinceDay({ heldSinceDay, validFromDay }: Accreditation): CivilDay {
  return heldSinceDay ?? validFromDay;
}
