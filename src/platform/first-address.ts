export * from './first-address.h5';
