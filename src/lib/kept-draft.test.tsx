import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import * as z from 'zod';

import { DAY_MS } from '@domain/time/civil-day';
import { forgetConsoleKey, keepConsoleKey } from '@/platform/console-key';

import { useKeptDraft, type KeptDraft } from './kept-draft';

const schema = z.object({ need: z.string(), count: z.string() });
type Draft = z.infer<typeof schema>;

let root: Root;
let form: KeptDraft<Draft>;

function Form() {
  form = useKeptDraft('order', schema, () => ({ need: '', count: '1' }));
  return null;
}

function open(): void {
  root = createRoot(document.createElement('div'));
  act(() => root.render(<Form />));
}

/** The app is shut, or opened anew by a code: the screen is gone. */
function reopen(): void {
  act(() => root.unmount());
  open();
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  localStorage.clear();
  open();
});
afterEach(() => {
  act(() => root.unmount());
  forgetConsoleKey();
  jest.restoreAllMocks();
});

test('[LK12] what was half typed is there again, with the id of its command', () => {
  act(() => form.change({ need: '收青稞' }));
  const { requestId } = form;
  reopen();
  expect(form.draft).toEqual({ need: '收青稞', count: '1' });
  expect(form.requestId).toBe(requestId);
});

test('[LK12] once it is sent the next one begins anew, with an id of its own', () => {
  act(() => form.change({ need: '收青稞' }));
  const { requestId } = form;
  act(() => form.forget());
  expect(form.requestId).not.toBe(requestId);
  reopen();
  expect(form.draft).toEqual({ need: '', count: '1' });
});

test('[LK12] for a week, and what an earlier version wrote otherwise is nothing', () => {
  act(() => form.change({ need: '收青稞' }));
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 8 * DAY_MS);
  reopen();
  expect(form.draft.need).toBe('');
  jest.restoreAllMocks();
  localStorage.setItem(
    'xiangfeng.draft:order:',
    JSON.stringify({ at: now, requestId: 'x', draft: { need: 1 } }),
  );
  reopen();
  expect(form.draft).toEqual({ need: '', count: '1' });
});

test('[LK12] on a computer nothing of it stays', () => {
  keepConsoleKey('key');
  act(() => form.change({ need: '收青稞' }));
  expect(JSON.stringify(localStorage)).not.toContain('收青稞');
});
