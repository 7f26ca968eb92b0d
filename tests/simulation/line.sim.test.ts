import { TestProduct } from '../kit/product';
import { simulateLine } from './line';

const SEEDS = Array.from({ length: Number(process.env['SIM_SEEDS'] ?? 3) }, (_none, index) => 301 + index);

test.each(SEEDS)('[SI7] the line stays fair and the seats exact under faults, seed %i', async (seed) => {
  const product = await TestProduct.start(20, 3);
  try {
    const report = await simulateLine(product, seed, { people: 16, rounds: 6 });
    expect(report.broken).toEqual([]);
    expect(report.given).toBeGreaterThan(0);
  } finally {
    await product.stop();
  }
});

test('[SI7][AT15.2] the same where people would do different posts', async () => {
  const product = await TestProduct.start(20, 3);
  try {
    const report = await simulateLine(product, 311, { people: 14, rounds: 5, hasPosts: true });
    expect(report.broken).toEqual([]);
    expect(report.given).toBeGreaterThan(0);
  } finally {
    await product.stop();
  }
});
