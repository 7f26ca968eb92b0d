export type * from './share-types';
export * from './share.h5';
