import type { ProjectCard } from '@contract/project.contract';

export const FIELD_WORDS: Readonly<Record<ProjectCard['field'], string>> = {
  civility: '文明劝导',
  elderCare: '敬老助残',
  environment: '生态环保',
  education: '助学支教',
  rescue: '应急救援',
  health: '医疗健康',
  fireSafety: '消防安全',
  tourism: '文旅服务',
};

export const STAGE_WORDS: Readonly<Record<ProjectCard['stage'], string>> = {
  incubating: '培育中',
  growing: '成长中',
  accredited: '品牌项目',
  exemplary: '示范品牌',
};

export const ACCREDITATION_WORDS = { county: '县级认定', city: '市级认定', province: '省级认定' } as const;
