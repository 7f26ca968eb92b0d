test('[SC1] the offset to the server is learnt, kept on the device, and used after a restart', async () => {
  window.localStorage.clear();
  const first = await import('./server-clock');
  const now = Date.now();
  first.learnServerTime(now + 90_000, now - 40, now + 40);
  expect(Math.abs(first.serverNow() - (Date.now() + 90_000))).toBeLessThan(30_000);
  jest.resetModules();
  const again = await import('./server-clock');
  expect(Math.abs(again.serverNow() - (Date.now() + 90_000))).toBeLessThan(30_000);
});

test('[SC2] a stored offset that is not a number is ignored', async () => {
  window.localStorage.setItem('xiangfeng.serverClockOffsetMs', '"soon"');
  jest.resetModules();
  const { serverNow } = await import('./server-clock');
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(30_000);
});

test('[SC1] who shows the time is told when the clock was wrong, not of what the network takes', async () => {
  window.localStorage.clear();
  jest.resetModules();
  const clock = await import('./server-clock');
  const told = jest.fn();
  const stop = clock.onServerClockSet(told);
  const now = Date.now();
  clock.learnServerTime(now + 300, now, now);
  expect(told).not.toHaveBeenCalled();
  clock.learnServerTime(now - 5 * 3_600_000, now, now);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  clock.learnServerTime(now, now, now);
  expect(told).toHaveBeenCalledTimes(1);
});
