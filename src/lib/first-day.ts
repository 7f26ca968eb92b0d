/** Before this day the product holds no records: the earliest a screen lets one choose. */
export const FIRST_DAY = '2020-01-01';
