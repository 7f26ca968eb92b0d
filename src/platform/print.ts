export * from './print.h5';
