export type * from './cloud-client-types';
export * from './cloud-client.h5';
