export type * from './network-types';
export * from './network.h5';
