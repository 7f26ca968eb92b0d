import type { BROWSERS, SYSTEMS } from '@domain/console/ticket';

export interface Computer {
  browser: (typeof BROWSERS)[number];
  system: (typeof SYSTEMS)[number];
}
