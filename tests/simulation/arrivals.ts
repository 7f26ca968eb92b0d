/**
 * Links by which simulated people come: they register with them and open them, while sweeps overlap and die.
 * What the sums of channels gained is compared with every opening that was told to be recorded (VI1, VI3).
 */
import { channelFiguresOf, incrementsOfOpening, PASSAGES, type Passage } from '@domain/link/channel-sums';
import { textOfChannel, type Channel } from '@domain/link/channel';
import { parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import { sceneOf, type Link } from '@domain/link/link';
import { originOfText } from '@domain/link/referral';
import { documentSchemas } from '@server/kernel/documents';
import type { TestProduct } from '../kit/product';

const CITY = '5132';
const CHANNELS: readonly (Channel | null)[] = [
  { kind: 'article', number: 7 },
  { kind: 'poster', number: 2 },
  null,
];

export type Passages = Readonly<Record<Passage, number>>;

export class Arrivals {
  /** requests whose openings were told to be recorded */
  private readonly recorded = new Set<string>();

  private constructor(
    private readonly product: TestProduct,
    private readonly links: readonly Link[],
    private readonly openedBefore: ReadonlyMap<string, number>,
    private readonly totalBefore: Passages,
  ) {}

  /** To a project, to the shifts' activities and to 公开统计, whose division is the city. */
  static async start(product: TestProduct, shiftIds: readonly string[]): Promise<Arrivals> {
    const { projects } = await product.must('', 'project.listBrandProjects', { cursor: null });
    const links: Link[] = [
      { kind: 'project', projectId: parseProjectId(projects[0]?.projectId ?? '') },
      ...shiftIds.map((shiftId) => ({ kind: 'shift' as const, shiftId: parseShiftId(shiftId) })),
      { kind: 'statistics' },
    ];
    return new Arrivals(product, links, openedIn(product), totalOf(product));
  }

  /** Two of three come by a link, some of these by a channel alone. */
  ofRegistration(index: number): { readonly channel: string | null; readonly scene: string | null } {
    if (index % 3 === 2) return { channel: null, scene: null };
    const channel = CHANNELS[index % CHANNELS.length] ?? null;
    if (index % 5 === 4) return { channel: channel === null ? null : textOfChannel(channel), scene: null };
    return { channel: null, scene: this.sceneAt(index) };
  }

  sceneAt(index: number): string {
    const link = this.links[index % this.links.length] ?? { kind: 'statistics' };
    return sceneOf(link, CHANNELS[index % CHANNELS.length] ?? null);
  }

  remember(requestId: string): void {
    this.recorded.add(requestId);
  }

  /** Once no sweep has anything to do; every request was answered. */
  complaints(): string[] {
    const openings = sumsOf(this.product).flatMap(({ opening }) => (opening === undefined ? [] : [opening]));
    const expected = new Map(this.openedBefore);
    for (const { origin, day } of openings) {
      const read = originOfText(origin);
      for (const { sumsId, cell, amount } of read === null ? [] : incrementsOfOpening(read, day)) {
        const key = `${sumsId}|${cell}`;
        expected.set(key, (expected.get(key) ?? 0) + amount);
      }
    }
    const stored = openedIn(this.product);
    const wrong = [...new Set([...stored.keys(), ...expected.keys()])].filter(
      (key) => stored.get(key) !== expected.get(key),
    );
    const uncounted = openings.filter(({ isCounted }) => !isCounted).length;
    const [kept, told] = [openings.length, this.recorded.size];
    return [
      ...(kept === told ? [] : [`openings: ${String(kept)} are kept, ${String(told)} were told`]),
      ...(uncounted === 0 ? [] : [`liveness: ${String(uncounted)} openings are not counted`]),
      ...wrong.map(
        (key) => `openings: ${key} is ${String(stored.get(key))}, counted ${String(expected.get(key))}`,
      ),
    ];
  }

  /** What the city's sums have gained. */
  gained(): Passages {
    const total = totalOf(this.product);
    const of = (passage: Passage): number => total[passage] - this.totalBefore[passage];
    return { opened: of('opened'), registered: of('registered'), served: of('served') };
  }
}

function sumsOf(product: TestProduct) {
  return product.documents('channelSums').map((row) => documentSchemas.channelSums.parse(row));
}

function openedIn(product: TestProduct): Map<string, number> {
  const cells = sumsOf(product).flatMap(({ _id, cells }) =>
    Object.entries(cells).map(([cell, { opened = 0 }]) => [`${_id}|${cell}`, opened] as const),
  );
  return new Map(cells.filter(([, opened]) => opened !== 0));
}

function totalOf(product: TestProduct): Passages {
  const city = sumsOf(product).filter(({ _id }) => _id.startsWith(`${CITY}:`));
  return channelFiguresOf(city.map(({ cells }) => cells)).total;
}

export function sumOfPassages(all: readonly Passages[]): Passages {
  const sum: Record<Passage, number> = { opened: 0, registered: 0, served: 0 };
  for (const one of all) for (const passage of PASSAGES) sum[passage] += one[passage];
  return sum;
}
