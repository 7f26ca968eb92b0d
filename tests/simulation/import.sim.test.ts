import { TestProduct } from '../kit/product';
import { simulateImport } from './import';

const SEEDS = Array.from({ length: Number(process.env['SIM_SEEDS'] ?? 2) }, (_none, index) => 501 + index);

test.each(SEEDS)('[SI12] a roster is imported exactly under faults, seed %i', async (seed) => {
  const product = await TestProduct.start(20, 3);
  try {
    const report = await simulateImport(product, seed, 230);
    expect(report.broken).toEqual([]);
    expect(report.registered).toBeGreaterThan(0);
    expect(report.kills).toBeGreaterThanOrEqual(10);
  } finally {
    await product.stop();
  }
});
