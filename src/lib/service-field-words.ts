/** 服务领域, as a resident says them. */
import type { ServiceField } from '@domain/project/project';

export const FIELD_WORDS: Readonly<Record<ServiceField, string>> = {
  civility: '文明劝导',
  elderCare: '敬老助残',
  environment: '生态环保',
  education: '助学支教',
  rescue: '应急救援',
  health: '医疗健康',
  fireSafety: '消防安全',
  tourism: '文旅服务',
};
