export type * from './phone-types';
export * from './phone.h5';
