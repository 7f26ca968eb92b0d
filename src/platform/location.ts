export type * from './location-types';
export * from './location.h5';
