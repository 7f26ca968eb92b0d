export * from './computer.h5';
