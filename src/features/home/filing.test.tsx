import { act } from 'react';
import { createRoot } from 'react-dom/client';

import { Filing } from './filing';

const answer = { gateway: '', local: false, filingNumber: '蜀ICP备0号' };

test('the first page shows the number of the filing, which leads to the registry', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const text = JSON.stringify(answer);
  globalThis.fetch = () =>
    Promise.resolve(parseResponse({ status: 200, text: () => Promise.resolve(text), json: () => answer }));
  const opened: unknown[] = [];
  window.open = (address) => {
    opened.push(address);
    return null;
  };
  const container = document.createElement('div');
  const root = createRoot(container);
  await act(async () => {
    root.render(<Filing />);
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  expect(container.textContent).toBe('蜀ICP备0号');
  act(() => {
    container.querySelector<HTMLElement>('[role="button"], button')?.click();
  });
  expect(opened).toEqual(['https://beian.miit.gov.cn/']);
  act(() => {
    root.unmount();
  });
});

function parseResponse(value: unknown): Response {
  return value as Response;
}
