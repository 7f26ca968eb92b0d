export * from './wide-window.h5';
