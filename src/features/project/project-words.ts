import type { ProjectCard } from '@contract/project.contract';

export const STAGE_WORDS: Readonly<Record<ProjectCard['stage'], string>> = {
  incubating: '培育中',
  growing: '成长中',
  accredited: '品牌项目',
  exemplary: '示范品牌',
};

export const ACCREDITATION_WORDS = { county: '县级认定', city: '市级认定', province: '省级认定' } as const;
