/** How contents are called; what is gone has no title. */
import { textOfContent, type Content } from '@domain/link/content';
import type { Ports } from '../kernel/ports';

const CITY_STATISTICS = '公开统计';

/** By `textOfContent`. One round trip for each kind that occurs, at once. */
export async function titlesOf(
  { database }: Pick<Ports, 'database'>,
  contents: readonly Content[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: Content['kind']): string[] => [
    ...new Set(contents.filter((one) => one.kind === kind).map(({ id }) => id)),
  ];
  const read = async (
    kind: Exclude<Content['kind'], 'statistics'>,
    collection: 'projects' | 'activities' | 'stations' | 'wakes',
  ): Promise<(readonly [string, string])[]> => {
    const ids = idsOf(kind);
    const found = ids.length === 0 ? [] : await database.getMany(collection, ids);
    return found.map((one) => [textOfContent({ kind, id: one._id }), 'title' in one ? one.title : one.name]);
  };
  const all = await Promise.all([
    read('project', 'projects'),
    read('activity', 'activities'),
    read('station', 'stations'),
    read('invitation', 'wakes'),
  ]);
  return new Map([[textOfContent({ kind: 'statistics', id: '' }), CITY_STATISTICS], ...all.flat()]);
}
