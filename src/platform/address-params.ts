export * from './address-params.h5';
