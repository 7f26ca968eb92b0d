export type * from './table-types';
export * from './table.h5';
