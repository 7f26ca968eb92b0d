import fc from 'fast-check';
import { parseProjectId } from '../kernel/identifiers';
import { addressOf, arrivalOfText, miniProgramPathOf, type Link } from './link';
import { snippetOf } from './snippets';

const link: Link = { kind: 'project', projectId: parseProjectId('Project001') };
const channel = { kind: 'article', number: 3 } as const;
const content = {
  appId: 'wx0123456789abcdef',
  title: '文明斑马线',
  pictureUrl: 'https://example.org/a.png?x=1&y=2',
  address: addressOf('https://example.org', link, channel),
  path: miniProgramPathOf(link, channel),
};

test('[LK9] each snippet names the mini-program and carries the link with its channel', () => {
  for (const kind of ['card', 'textLink', 'pictureLink'] as const) {
    const text = snippetOf(kind, content) ?? '';
    expect(text).toContain('data-miniprogram-appid="wx0123456789abcdef"');
    const path = /data-miniprogram-path="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(arrivalOfText(path)).toEqual({ link, channel });
    if (kind === 'card') continue;
    expect(arrivalOfText(/href="([^"]+)"/.exec(text)?.[1] ?? '')).toEqual({ link, channel });
  }
  expect(snippetOf('pictureLink', content)).toContain('src="https://example.org/a.png?x=1&amp;y=2"');
  expect(snippetOf('pictureLink', { ...content, pictureUrl: '' })).toBeNull();
  expect(JSON.parse(snippetOf('menu', content) ?? '')).toEqual({
    type: 'miniprogram',
    name: '文明斑马',
    url: content.address,
    appid: content.appId,
    pagepath: content.path,
  });
});

test('[LK9] no title breaks out of a snippet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const given = { ...content, title: `"><script>${words}` };
      for (const kind of ['card', 'textLink', 'pictureLink'] as const) {
        expect(snippetOf(kind, given)).not.toContain('<script>');
      }
      expect(JSON.parse(snippetOf('menu', given) ?? '')).toMatchObject({ appid: content.appId });
    }),
  );
});
