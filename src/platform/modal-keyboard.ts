export * from './modal-keyboard.h5';
