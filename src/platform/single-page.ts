export * from './single-page.h5';
