/** A phone-sized page with a slow processor and a slow network, and what crosses it. */
import type { CDPSession, Page } from 'playwright-core';

export const VIEWPORT = { width: 390, height: 844 };
/** a middling phone against the machine of a developer */
export const CPU_SLOWDOWN = 4;
/** the developer tools' profile "Slow 4G": every request waits so long, and shares so much */
export const NETWORK = { latencyMs: 562.5, downBitsPerSecond: 1_474_560, upBitsPerSecond: 691_200 } as const;

/** Counts what crosses the network from now on. */
export class Traffic {
  requests = 0;
  bytes = 0;

  constructor(session: CDPSession) {
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      this.requests += 1;
      this.bytes += encodedDataLength;
    });
  }
}

export async function slowDown(page: Page): Promise<Traffic> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const traffic = new Traffic(session);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: NETWORK.latencyMs,
    downloadThroughput: NETWORK.downBitsPerSecond / 8,
    uploadThroughput: NETWORK.upBitsPerSecond / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return traffic;
}

/** Of the machine it was measured on, for the head of a section. */
export function slowPhoneWords(): string[] {
  const kilobits = (bits: number) => (bits / 1_000).toFixed(0);
  return [
    `Chromium, ${String(VIEWPORT.width)}×${String(VIEWPORT.height)},`,
    `processor slowed ${String(CPU_SLOWDOWN)} times;`,
    `network "Slow 4G": ${String(NETWORK.latencyMs)} ms a request,`,
    `${kilobits(NETWORK.downBitsPerSecond)} kbit/s down, ${kilobits(NETWORK.upBitsPerSecond)} kbit/s up.`,
  ];
}
