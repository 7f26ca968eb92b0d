export * from './screen-title.h5';
