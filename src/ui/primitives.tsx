export * from './primitive-props';
export * from './primitives.h5';
