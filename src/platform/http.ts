export type * from './http-types';
export * from './http.h5';
