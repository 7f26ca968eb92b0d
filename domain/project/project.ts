/** 项目 and 品牌项目: a brand project is a project with a valid accreditation (ST19). */
import type { DivisionCode } from '../kernel/identifiers';
import type { CivilDay } from '../time/civil-day';

export type BrandStage = 'incubating' | 'growing' | 'accredited' | 'exemplary';
export type AccreditationLevel = 'county' | 'city' | 'province';
export interface Accreditation {
  readonly level: AccreditationLevel;
  readonly document: string;
  readonly validFromDay: CivilDay;
  readonly validToDay: CivilDay;
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

export interface BrandStanding {
  readonly accreditation: Accreditation | null;
  readonly divisionCode: DivisionCode;
}

/** 品牌项目 on a day: an accreditation that is valid then. */
export function isBrandProject(project: BrandStanding, day: CivilDay): boolean {
  const accreditation = project.accreditation;
  return accreditation !== null && accreditation.validFromDay <= day && day <= accreditation.validToDay;
}
