export type * from './subscribe-types';
export * from './subscribe.h5';
