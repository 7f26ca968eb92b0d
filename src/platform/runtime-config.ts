export type * from './runtime-config-types';
export * from './runtime-config.h5';
