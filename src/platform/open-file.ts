export * from './open-file.h5';
