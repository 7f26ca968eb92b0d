test('[SC1] the offset to the server is learnt, kept on the device, and used after a restart', async () => {
  window.localStorage.clear();
  const first = await import('./server-clock');
  const now = Date.now();
  first.learnServerTime(now + 90_000, now - 40, now + 40);
  expect(Math.abs(first.serverNow() - (Date.now() + 90_000))).toBeLessThan(2_000);
  jest.resetModules();
  const again = await import('./server-clock');
  expect(Math.abs(again.serverNow() - (Date.now() + 90_000))).toBeLessThan(2_000);
});

test('[SC2] a stored offset that is not a number is ignored', async () => {
  window.localStorage.setItem('xiangfeng.serverClockOffsetMs', '"soon"');
  jest.resetModules();
  const { serverNow } = await import('./server-clock');
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(2_000);
});
