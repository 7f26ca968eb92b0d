export type * from './choose-evidence-types';
export * from './choose-evidence.h5';
