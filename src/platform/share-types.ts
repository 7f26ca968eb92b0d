import type { PageParams } from './navigation';
import type { PagePath } from './pages';

export interface SharedPage {
  /** What the receiver reads. */
  title: string;
  path: PagePath;
  params: PageParams;
  /** A picture beside the title, 5:4. */
  imageUrl?: string;
}
