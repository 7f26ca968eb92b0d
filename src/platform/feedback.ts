export * from './feedback.h5';
