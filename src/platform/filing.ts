export * from './filing.h5';
