export * from './batch-bar.h5';
