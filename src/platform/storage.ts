export type * from './storage-types';
export * from './storage.h5';
