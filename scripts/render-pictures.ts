/**
 * Writes every picture of the project: an SVG that opens anywhere, a small PNG that WeChat shows everywhere.
 * Usage: npx tsx scripts/render-pictures.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { indexedPng } from './pictures/indexed-png';
import { elderVisit } from './pictures/scenes/elder-visit';
import { emptyState } from './pictures/scenes/empty-state';
import { firstAid } from './pictures/scenes/first-aid';
import { forestPatrol } from './pictures/scenes/forest-patrol';
import { homeHero } from './pictures/scenes/home-hero';
import { logo } from './pictures/scenes/logo';
import { readingCorner } from './pictures/scenes/reading-corner';
import { riverClean } from './pictures/scenes/river-clean';
import { scenicGuide } from './pictures/scenes/scenic-guide';
import { villageClinic } from './pictures/scenes/village-clinic';
import { zebraCrossing } from './pictures/scenes/zebra-crossing';
import { TAB_ICONS, tabIcon } from './pictures/scenes/tab-icons';

interface Job {
  readonly svg: string;
  readonly png: string;
  readonly source?: string;
  readonly width: number;
  readonly colours: number;
  /** Largest PNG accepted, bytes. */
  readonly limit: number;
}

const STORIES: Readonly<Record<string, () => string>> = {
  'zebra-crossing': zebraCrossing,
  'elder-visit': elderVisit,
  'river-clean': riverClean,
  'reading-corner': readingCorner,
  'first-aid': firstAid,
  'village-clinic': villageClinic,
  'forest-patrol': forestPatrol,
  'scenic-guide': scenicGuide,
};

function jobs(): Job[] {
  const stories = Object.entries(STORIES).map(([name, draw]) => ({
    svg: draw(),
    source: `demo/pictures/${name}.svg`,
    png: `demo/pictures/${name}.png`,
    width: 900,
    colours: 256,
    limit: 90_000,
  }));
  const app: Job[] = [
    {
      svg: homeHero(),
      source: 'demo/pictures/app/hero.svg',
      png: 'src/assets/hero.png',
      width: 1125,
      colours: 256,
      limit: 60_000,
    },
    {
      svg: emptyState(),
      source: 'demo/pictures/app/empty.svg',
      png: 'src/assets/empty.png',
      width: 480,
      colours: 128,
      limit: 20_000,
    },
    {
      svg: logo(),
      source: 'src/assets/logo.svg',
      png: 'src/assets/logo.png',
      width: 256,
      colours: 32,
      limit: 10_000,
    },
  ];
  const icons = Object.keys(TAB_ICONS).flatMap((name) =>
    [false, true].map((isActive) => ({
      svg: tabIcon(name, isActive),
      png: `src/assets/tab/${name}${isActive ? '-active' : ''}.png`,
      width: 81,
      colours: 32,
      limit: 5_000,
    })),
  );
  return [...stories, ...app, ...icons];
}

/** Resvg answers premultiplied colour; PNG wants it straight. */
function straight(pixels: Uint8Array): Uint8Array {
  const out = Uint8Array.from(pixels);
  for (let i = 0; i < out.length; i += 4) {
    const alpha = out[i + 3] ?? 255;
    if (alpha === 255 || alpha === 0) continue;
    for (let c = i; c < i + 3; c += 1) out[c] = Math.min(255, Math.round(((out[c] ?? 0) * 255) / alpha));
  }
  return out;
}

for (const job of jobs()) {
  const image = new Resvg(job.svg, { fitTo: { mode: 'width', value: job.width } }).render();
  const png = indexedPng(straight(image.pixels), image.width, image.height, job.colours);
  if (png.length > job.limit)
    throw new Error(`${job.png}: ${String(png.length)} bytes, limit ${String(job.limit)}`);
  for (const [path, content] of [
    [job.source, job.svg],
    [job.png, png],
  ] as const) {
    if (path === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  process.stdout.write(
    `${job.png} ${String(image.width)}×${String(image.height)} ${String(png.length)} bytes\n`,
  );
}
