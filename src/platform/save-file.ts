export type * from './save-file-types';
export * from './save-file.h5';
