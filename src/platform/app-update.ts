export type * from './app-update-types';
export * from './app-update.h5';
