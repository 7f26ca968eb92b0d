/** Stands for a style or a picture. */
export default 'file';
