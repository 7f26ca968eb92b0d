import { renderToStaticMarkup } from 'react-dom/server';

import { Pictures } from './pictures';

const pictureOf = (name: string) => ({
  ...{ pictureId: name, url: `/${name}.jpg`, thumbnailUrl: `/${name}-small.jpg`, alt: `${name}的样子` },
  ...{ width: 1280, height: 853 },
});

test('[PT4] the first large, the others small, each in a frame, loaded when seen, with its words', () => {
  const html = renderToStaticMarkup(<Pictures pictures={['甲', '乙'].map(pictureOf)} />);
  expect(html).toContain('src="/甲.jpg"');
  expect(html).toContain('src="/乙-small.jpg"');
  expect(html.match(/xf-pictures__frame--first/g)).toHaveLength(1);
  expect(html.match(/loading="lazy"/g)).toHaveLength(2);
  expect([...html.matchAll(/alt="([^"]+)"/g)].map(([, alt]) => alt)).toEqual(['甲的样子', '乙的样子']);
});

test('[PT4] nothing where there are none', () => {
  expect(renderToStaticMarkup(<Pictures pictures={[]} />)).toBe('');
});
