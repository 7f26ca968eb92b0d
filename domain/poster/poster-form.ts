/** `sheet`: A4, for a wall; `card`: A6, for a table */
export const POSTER_FORMS = ['sheet', 'card'] as const;
export type PosterForm = (typeof POSTER_FORMS)[number];
