import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { html } from './html';
import { PAGE_TOKENS } from './page-style';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

test('[PG3] whatever is put into a page is text there, and reads as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<b>', '"><script>', "' x='", '&'),
      (text, mark) => {
        const given = mark + text + mark;
        const made = html`<p title="${given}">${[given]}</p>`.text;
        const [, title, body] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(made) ?? [];
        for (const part of [title, body]) {
          expect(part?.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? '')).toBe(given);
        }
      },
    ),
  );
  expect(html`<p>${html`<b>${'<'}</b>`}${null}${3}</p>`.text).toBe('<p><b>&lt;</b>3</p>');
});

test('[PG1] the colours are those of the app', () => {
  const file = path.resolve(__dirname, '../../src/ui/tokens.scss');
  const [standard = ''] = fs.readFileSync(file, 'utf8').split('.xf-root.xf-elder');
  for (const [name, value] of Object.entries(PAGE_TOKENS)) {
    expect(standard).toContain(`--xf-${name}: ${value};`);
  }
});
