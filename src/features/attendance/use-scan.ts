/** Any code of ours: it opens its page at once. */
import { linkOfScannedText } from '@domain/link/link';
import { openRoute } from '@/lib/open-route';
import { routeOfLink } from '@/lib/routes';
import { useCamera, type Camera } from '@/lib/use-camera';

export type Scan = Camera<'notOurs'>;
export type ScanProblem = NonNullable<Scan['problem']>;

export function useScan(): Scan {
  return useCamera('one', open);
}

function open(text: string): 'notOurs' | null {
  const link = linkOfScannedText(text);
  if (link === null) return 'notOurs';
  openRoute(routeOfLink(link));
  return null;
}
