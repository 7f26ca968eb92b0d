import { act } from 'react';
import { createRoot } from 'react-dom/client';

import { Pictures } from './pictures';

const pictureOf = (name: string) => ({
  ...{ pictureId: name, url: `/${name}.jpg`, thumbnailUrl: `/${name}-small.jpg`, alt: `${name}的样子` },
  ...{ width: 1280, height: 853 },
});

function htmlOf(names: readonly string[]): string {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.createElement('div');
  const root = createRoot(container);
  act(() => {
    root.render(<Pictures pictures={names.map(pictureOf)} />);
  });
  const html = container.innerHTML;
  act(() => {
    root.unmount();
  });
  return html;
}

test('[PT4] the first large, the others small, each in a frame, loaded when seen, with its words', () => {
  const html = htmlOf(['甲', '乙']);
  expect(html).toContain('src="/甲.jpg"');
  expect(html).toContain('src="/乙-small.jpg"');
  expect(html.match(/xf-pictures__frame--first/g)).toHaveLength(1);
  expect(html.match(/loading="lazy"/g)).toHaveLength(2);
  expect([...html.matchAll(/alt="([^"]+)"/g)].map(([, alt]) => alt)).toEqual(['甲的样子', '乙的样子']);
});

test('[PT4] nothing where there are none', () => {
  expect(htmlOf([])).toBe('');
});
