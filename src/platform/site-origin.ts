export * from './site-origin.h5';
