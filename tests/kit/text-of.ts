/** A field of a stored document as text; of what is none, the empty one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
