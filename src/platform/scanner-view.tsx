export * from './scanner-view.h5';
