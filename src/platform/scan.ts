export type * from './scan-types';
export * from './scan.h5';
