export * from './save-text.h5';
