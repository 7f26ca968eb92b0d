export * from './privacy-contract.h5';
