import { ensureBuilt } from '../../scripts/build';

/** jest's global setup for projects that run bundled functions. */
export default async function buildCloudOnce(): Promise<void> {
  await ensureBuilt('cloud');
}
