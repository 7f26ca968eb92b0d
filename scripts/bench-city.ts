/**
 * The part of `npm run bench` that needs a process of its own, so that its memory is its own:
 * `npx tsx scripts/bench-city.ts --data DIR [--rate 100]`. Prints a line of JSON for each part; with a
 * rate, the lag under that load.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchCity } from '../tests/bench/city';
import { benchLag } from '../tests/bench/lag';
import { productOn } from '../tests/bench/product-on';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, rate: { type: 'string' } } });
  if (values.data === undefined) throw new Error('--data names the directory of a city');
  const data = path.resolve(values.data);
  const print = (part: object): void => {
    console.log(JSON.stringify(part));
  };
  if (values.rate === undefined) {
    await benchCity(data, print);
    return;
  }
  const product = await productOn(data, true);
  try {
    await benchLag(product, Number(values.rate), (lag) => {
      print({ lag });
    });
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
